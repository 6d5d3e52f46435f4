import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

struct ComplianceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compliance", abstract: "Hold what was read against a benchmark, and say what was not assessed.",
    discussion: """
      Each control fails, holds, holds but for findings that are accepted, or was not assessed: because no rule judges it, or \
      because the input has nothing that it is judged by. A control that was not assessed counts for nothing, and the score says \
      of how many it is a share. Nothing holds where an input could not be used. Evidence are findings, as 'iam' and 'manifests' \
      tell them with the same input, by their fingerprints.

      FRAMEWORKS:
        cis-gcp-5.0, cis-aws-7.0, or a file of kind 'Framework' with controls of your own

      EXAMPLES:
        jobs-audit compliance --framework cis-aws-7.0 account.json
        jobs-audit compliance --framework cis-gcp-5.0 assets.ndjson \\
          --jobs jobs/ -e prod -o markdown > cis.md
        jobs-audit compliance --framework soc2.yaml assets.ndjson --fail-on never
      """)

  @Option(
    help: ArgumentHelp("What to hold it against.", valueName: "name"),
    completion: .list(Framework.shipped.map(\.id)))
  var framework: String

  @OptionGroup(title: "Reading") var input: InputOptions

  @Option(help: ArgumentHelp("Manifests and folders to judge too; may be given several times.", valueName: "path"))
  var jobs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A domain of the organisation; may be given several times. Others are then found.", valueName: "domain"))
  var domain: [String] = []

  @OptionGroup(title: "Manifests") var manifests: ManifestOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions

  @Option(help: ArgumentHelp("Leave with 1 where a control fails: fails or never.", valueName: "when"))
  var failOn: ComplianceThreshold = .fails

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<TableForms>

  func run() async throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let chosen = try Self.framework(framework)
    let asked = try policy.load(environment, near: jobs)
    let gate = PolicyGate(asked ?? AuditPolicy(path: ""), now: input.naming.time)
    let files = try await input.open(showing: output, environment)
    var standing: [Finding] = []
    var accepted: [(finding: Finding, suppression: Suppression)] = []
    func take(_ finding: Finding) {
      switch gate.judge(finding) {
      case .off: break
      case .stands(let finding): standing.append(finding)
      case .accepted(let finding, let suppression): accepted.append((finding, suppression))
      }
    }
    var judged = try JudgedInput(
      files, input.naming, at: input.naming.time(of: files), domains: Set(domain.map { $0.lowercased() }),
      under: asked, by: data.load(environment), take: take)
    if !jobs.isEmpty {
      let inputs = try JobInputs.read(
        jobs, manifests, environment, tool: "jobs-audit", verb: "compliance", isQuiet: output.quiet)
      inputs.sayFaults(output.terminal(STDERR_FILENO, environment), tool: "jobs-audit", isQuiet: output.quiet)
      guard inputs.isOK else { return try EndedWith.check(inputs.readingStatus) }
      let found = inputs.jobs.map(\.job)
      judged.count("job", found.count)
      let strict = asked?.protected ?? []
      ManifestRules.check(
        found,
        ManifestContext(
          found, protected: strict.isEmpty ? ManifestContext.usuallyProtected : strict, organisation: asked)
      ).forEach(take)
    }
    let report = ComplianceReport(
      chosen, counts: judged.estate.counts, facts: judged.facts, failedInputs: judged.failedInputs, standing: standing,
      accepted: accepted.map(\.finding), off: Set(asked?.off ?? []))
    let suppressions = Dictionary(
      accepted.map { ($0.finding.fingerprint, $0.suppression) }, uniquingKeysWith: { first, _ in first })
    for finding in report.evidence {
      let suppression = suppressions[finding.fingerprint]
      sink.emit(suppression == nil ? "finding" : "suppressed-finding") {
        finding.write(to: &$0, suppression: suppression)
      }
    }
    for line in report.lines { sink.emit("control") { report.write(line, to: &$0) } }
    sink.emit("compliance") { report.write(to: &$0) }
    let coverage = Coverage(judged.estate, failedInputs: judged.failedInputs, now: Instant.now())
    sink.emit("coverage") { coverage.write(to: &$0) }
    let words = ComplianceWords(report: report, coverage: coverage, suppressions: suppressions)
    switch sink.format {
    case .human: sink.output.write(words.text(output.terminal(STDOUT_FILENO, environment)))
    case .markdown: sink.output.write(words.markdown)
    case .csv: sink.output.write(words.csv)
    default: sink.say(report.score, isQuiet: output.quiet)
    }
    let isFailed = failOn == .fails && report.count(.fails) > 0
    try sink.finish(ok: !isFailed && !judged.isPartial)
    try EndedWith.check(isFailed ? .findings : judged.isPartial ? .partial : .done)
  }

  private static func framework(_ name: String) throws(Failure) -> Framework {
    if let known = Framework.shipped.first(where: { $0.id == name }) { return known }
    let ids = Framework.shipped.map(\.id).joined(separator: ", ")
    let bytes: [UInt8]
    do throws(FileBytes.ReadError) {
      bytes = try FileBytes.read(name, limit: PolicySource.limits.bytes)
    } catch {
      throw .usage(
        "there is no framework '\(Terminal.visible(name))', and no file of that name", hint: "known are \(ids)")
    }
    return try Framework(bytes, path: name)
  }
}

/// When a control makes the tool fail.
enum ComplianceThreshold: String, ExpressibleByArgument, CaseIterable { case fails, never }
