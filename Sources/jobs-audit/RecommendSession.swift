import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsGCP
import JobsManifest

/// One run of `recommend`.
struct RecommendSession {
  private let command: RecommendCommand
  private let environment: [String: String]
  private let sink: FindingSink
  private let data: AuditData

  init(_ command: RecommendCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    data = try command.data.load(environment)
    let gate = try command.policy.load(environment, near: command.paths).map {
      PolicyGate($0, now: command.naming.time)
    }
    sink = try FindingSink(
      command.output, baseline: command.findings.baseline, gate: gate, environment)
    if [.sarif, .ocsf].contains(sink.sink.format), !command.hasAccess {
      throw .usage(
        "there are no findings to write as \(sink.sink.format.rawValue): needs are set against nothing",
        hint: "give what 'iam' reads with --iam, or --live")
    }
  }

  func run() async throws(Failure) -> ExitStatus {
    try OneInput.check(command.paths, [("--iam", command.iam), ("--access", command.access)])
    let inputs = try JobInputs.read(
      command.paths, command.manifests, environment, tool: "jobs-audit", verb: "recommend",
      isQuiet: command.output.quiet)
    inputs.sayFaults(
      command.output.terminal(STDERR_FILENO, environment), tool: "jobs-audit", isQuiet: command.output.quiet)
    let jobs = inputs.jobs.map(\.job)
    let chosen = try chosen(jobs)
    let deployers = try NamedIdentity.list(command.deployers, option: "--deployer")
    let operators = try NamedIdentity.list(command.operators, option: "--operator")
    // What is asked for wrongly costs nobody a reading of a cloud.
    let files = try await files()
    var given = try GivenAccess(files, command.naming, by: data)
    let used = try used(&given.estate)
    var needs = JobNeeds(
      accounts: given.estate.accountOrder, workloads: given.estate.workloads, deployers: deployers,
      operators: operators, project: try project())
    for job in jobs { needs.add(job, isAsked: chosen.contains(job.id)) }
    for words in needs.idle { given.estate.remark(words) }
    for words in needs.gaps { given.estate.remark(words, isGap: true) }
    for words in needs.remarks { given.estate.remark(words) }
    given.estate.count("job", chosen.count)
    if files == nil {
      given.estate.remark("what the jobs' identities have: give what 'iam' reads with --iam, or --live")
    }
    if command.access.isEmpty, !needs.identities.isEmpty {
      given.estate.remark("what the programs call: it is not in the manifests; give logs of it with --access")
    }
    try inputs.pass(to: sink.sink)
    var judged: [JudgedNeed] = []
    var findings: [Finding] = []
    for who in needs.identities {
      let found = given.judge(needs.of(who), of: who.identity, used: used)
      judged += found.needs + Self.uses(needs.jobs(of: who), who.identity, used)
      findings += found.findings
    }
    for need in judged { sink.add(need) }
    for finding in findings { sink.add(finding) }
    let coverage = Coverage(given.estate, failedInputs: given.failedInputs, now: Instant.now())
    sink.show(coverage)
    let status = try sink.end(
      command.findings, isPartial: given.failedInputs > 0 || given.estate.hasGaps, isInputOK: inputs.isOK,
      upstream: inputs.upstream)
    return inputs.isOK ? status : inputs.readingStatus
  }

  /// The project file at or above the manifests, or the working directory.
  private func project() throws(Failure) -> ProjectFile? {
    try ProjectSearch.find(from: command.paths.filter { $0 != "-" }).flatMap { ProjectSearch.project($0) }
  }

  /// What identities have; nil where nobody gives it.
  private func files() async throws(Failure) -> AuditFiles? {
    guard command.hasAccess else { return nil }
    return try await command.clouds.files(command.iam, showing: command.output, environment)
  }

  /// The ids of the jobs that are asked for.
  private func chosen(_ jobs: [Job]) throws(Failure) -> Set<String> {
    guard !command.jobs.isEmpty else { return Set(jobs.map(\.id)) }
    var ids: Set<String> = []
    for name in command.jobs {
      let found = jobs.filter { $0.id == name || $0.name == name }
      guard !found.isEmpty else {
        let near = Spelling.nearest(name, of: jobs.map(\.name))
        throw .usage(
          "no job is called '\(Terminal.visible(name))'",
          hint: near.map { "'\($0)' may be meant" } ?? "'jobs-validate' lists the jobs that there are")
      }
      ids.formUnion(found.map(\.id))
    }
    return ids
  }

  private func used(_ estate: inout Estate) throws(Failure) -> UsedAccess {
    var used = UsedAccess()
    guard !command.access.isEmpty else { return used }
    var events = 0
    let failed = try AuditFiles(names: command.access).read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { reader, name throws(Failure) in
      events += try AccessLogReader.read(&reader, file: name) { used.add($0) }.events
    }
    guard failed == 0 else { throw .usage("\(failed) of \(command.access.count) logs could not be used") }
    estate.count("event", events)
    if used.skipped > 0 {
      estate.remark("\(used.skipped) events: too many identities or permissions had been met", isGap: true)
    }
    return used
  }

  /// What an identity was seen to use.
  private static func uses(_ jobs: [String], _ identity: String, _ used: UsedAccess) -> [JudgedNeed] {
    used.uses(of: identity).map { use in
      let times = use.count == 1 ? "once" : "\(use.count) times"
      return JudgedNeed(
        AccessNeed(
          jobs: jobs, identity: identity, purpose: .used, right: .actions([use.permission]), resource: use.resource,
          why: "it was used \(times), last at \(use.last.rfc3339)"), .has)
    }
  }
}
