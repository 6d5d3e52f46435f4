import ArgumentParser
import Glibc
import JobsAWS
import JobsAudit
import JobsCommand
import JobsCore
import JobsManifest

struct ManifestsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifests", abstract: "Find what jobs are given too much, and what they leave open.",
    discussion: """
      Reads manifests, or the records of jobs, and hands the records on. With --iam it joins them with what 'iam' reads: whether a \
      job's identity has all rights, or can come to have them, with the path.

      EXAMPLES:
        jobs-audit manifests jobs/ -e prod
        jobs-validate -e prod jobs/ |
          jobs-audit manifests --iam assets.ndjson --fail-on high
        jobs-audit manifests jobs/ -e prod --iam account.json -o sarif > jobs.sarif
        trivy image --format json IMAGE |
          jobs-audit manifests jobs/ -e prod --images - --iam assets.ndjson
      """)

  @Argument(help: ArgumentHelp("Manifests and folders; '-' for records.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "What 'iam' reads, to judge the jobs' identities by; may be given several times.", valueName: "file"))
  var iam: [String] = []

  @Option(
    help: ArgumentHelp(
      "What Trivy, Grype or Artifact Analysis found in images, as JSON; may be given several times.", valueName: "file")
  )
  var images: [String] = []

  @Option(
    help: ArgumentHelp(
      "An environment that is judged more strictly; may be given several times. Without it those that the policy or the project protects, or 'prod'.",
      valueName: "name"))
  var protected: [String] = []

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Naming") var naming: NamingOptions
  @OptionGroup(title: "Clouds") var clouds: LiveOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<FindingForms>

  func validate() throws { try naming.validate(isRead: !iam.isEmpty || !clouds.live.isEmpty) }

  func run() async throws {
    try OneInput.check(paths, [("--iam", iam), ("--images", images)])
    let environment = processEnvironment()
    let asked = try policy.load(environment, near: paths)
    let gate = asked.map { PolicyGate($0, now: naming.time) }
    let sink = try FindingSink(output, baseline: findings.baseline, gate: gate, environment)
    let inputs = try JobInputs.read(
      paths, manifests, environment, tool: "jobs-audit", verb: "manifests", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), tool: "jobs-audit", isQuiet: output.quiet)
    let jobs = inputs.jobs.map(\.job)
    let data = try data.load(environment)
    let graphs = try await estate(environment).map { files throws(Failure) in
      try PathGraphs(files, naming, by: data) { _ in }
    }
    let strict = [Set(protected), asked?.protected ?? []].first { !$0.isEmpty }
    var context = ManifestContext(
      jobs, protected: strict ?? ManifestContext.usuallyProtected, organisation: asked)
    context.named = protected
    context.made = Self.made(with: jobs, graphs?.estate.workloads)
    if let graphs {
      let identities = context.identities(of: jobs)
      context.powers = Self.powers(of: identities, graphs)
      context.known = graphs.isPartial ? [] : Set(identities.filter { Self.tells(of: $0, graphs.graph) })
    }
    context.images = try reports()
    try inputs.pass(to: sink.sink)
    for finding in ManifestRules.check(jobs, context) { sink.add(finding) }
    var estate = graphs?.estate ?? Estate(data)
    estate.count("job", jobs.count)
    if !images.isEmpty {
      estate.count("image-report", context.images.count)
      let unscanned = Set(jobs.compactMap(\.run.image)).filter { image in !context.images.contains { $0.isOf(image) } }
      for report in context.images {
        if let gap = report.gap { estate.remark("what \(report.scanner) cannot see in '\(report.names[0])': \(gap)") }
      }
      for image in unscanned.sorted() { estate.remark("the image '\(image)': no report is of it") }
    }
    for words in ManifestGaps.list(jobs, context) { estate.remark(words) }
    if graphs == nil { estate.remark("what the jobs' identities may do: give what 'iam' reads with --iam, or --live") }
    sink.show(Coverage(estate, failedInputs: graphs?.failedInputs ?? 0, now: Instant.now()))
    let status = try sink.end(
      findings, isPartial: graphs?.isPartial == true, isInputOK: inputs.isOK, upstream: inputs.upstream)
    try EndedWith.check(inputs.isOK ? status : inputs.readingStatus)
  }

  /// What the identities are judged by; nil where nobody gives it.
  private func estate(_ environment: [String: String]) async throws(Failure) -> AuditFiles? {
    guard !iam.isEmpty || !clouds.live.isEmpty else { return nil }
    return try await clouds.files(iam, showing: output, environment)
  }

  private func reports() throws(Failure) -> [ImageReport] {
    guard !images.isEmpty else { return [] }
    var reports: [ImageReport] = []
    let failed = try AuditFiles(names: images).read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { reader, name throws(Failure) in
      reports += try ImageReportReader.read(&reader, file: name)
    }
    guard failed == 0 else { throw .usage("\(failed) of \(images.count) reports on images could not be used") }
    return reports
  }

  /// As what jobs run that name no identity, by their ids: functions as the role that is made with them, others as their definition
  /// says, where that was read.
  private static func made(with jobs: [Job], _ workloads: AWSWorkloads?) -> [String: String] {
    var made: [String: String] = [:]
    for job in jobs where job.identity == nil {
      guard let account = job.target.account, let region = job.target.region else { continue }
      if job.target.kind == .lambda {
        made[job.id] = (try? LambdaRights(of: job, account: account, region: region))?.role
      } else {
        made[job.id] = workloads?.definition(of: job, account: account, region: region)?.roles.first
      }
    }
    return made
  }

  /// The identities that have all rights, or come to have them.
  private static func powers(of identities: [String], _ graphs: PathGraphs) -> [String: Finding] {
    AccessPaths(graphs.graph, to: .privileged)?.powers(of: identities) ?? [:]
  }

  /// Whether the input tells what an identity may do: of those from outside it does not.
  private static func tells(of identity: String, _ graph: EstateGraph) -> Bool {
    graph.nodes(named: identity).contains { if case .outsider = $0 { false } else { true } }
  }
}
