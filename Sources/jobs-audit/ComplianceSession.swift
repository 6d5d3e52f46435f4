import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsManifest

/// One run of `compliance`.
struct ComplianceSession {
  private let command: ComplianceCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let framework: Framework
  private let policy: AuditPolicy?

  init(_ command: ComplianceCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(tool: "jobs-audit", command.output, environment)
    framework = try Self.framework(command.framework)
    policy = try command.policy.load(environment, near: command.jobs)
  }

  func run(_ files: AuditFiles) throws(Failure) -> ExitStatus {
    var evidence = ComplianceEvidence(
      gate: PolicyGate(policy ?? AuditPolicy(path: ""), now: command.input.naming.time))
    var judged = try JudgedInput(
      files, command.input.naming, at: command.input.naming.time(of: files),
      domains: Set(command.domain.map { $0.lowercased() }), under: policy, by: command.data.load(environment)
    ) { evidence.add($0) }
    if let inputs = try manifests() {
      guard inputs.isOK else { return inputs.readingStatus }
      let jobs = inputs.jobs.map(\.job)
      judged.count("job", jobs.count)
      for finding in ManifestRules.check(jobs, context(of: jobs)) { evidence.add(finding) }
    }
    let report = ComplianceReport(
      framework, counts: judged.estate.counts, facts: judged.facts, failedInputs: judged.failedInputs,
      standing: evidence.standing, accepted: evidence.accepted.map(\.finding), off: Set(policy?.off ?? []))
    let coverage = Coverage(judged.estate, failedInputs: judged.failedInputs, now: Instant.now())
    show(ComplianceWords(report: report, coverage: coverage, suppressions: evidence.suppressions))
    let isFailed = command.failOn == .fails && report.count(.fails) > 0
    try sink.finish(ok: !isFailed && !judged.isPartial)
    return isFailed ? .findings : judged.isPartial ? .partial : .done
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

  /// The manifests that are judged too; nil where none are named.
  private func manifests() throws(Failure) -> JobInputs? {
    guard !command.jobs.isEmpty else { return nil }
    let isQuiet = command.output.quiet
    let inputs = try JobInputs.read(
      command.jobs, command.manifests, environment, tool: "jobs-audit", verb: "compliance", isQuiet: isQuiet)
    inputs.sayFaults(command.output.terminal(STDERR_FILENO, environment), tool: "jobs-audit", isQuiet: isQuiet)
    return inputs
  }

  private func context(of jobs: [Job]) -> ManifestContext {
    let strict = policy?.protected ?? []
    return ManifestContext(
      jobs, protected: strict.isEmpty ? ManifestContext.usuallyProtected : strict, organisation: policy)
  }

  private func show(_ words: ComplianceWords) {
    let report = words.report
    for finding in report.evidence {
      let suppression = words.suppressions[finding.fingerprint]
      sink.emit(suppression == nil ? "finding" : "suppressed-finding") {
        finding.write(to: &$0, suppression: suppression)
      }
    }
    for line in report.lines { sink.emit("control") { report.write(line, to: &$0) } }
    sink.emit("compliance") { report.write(to: &$0) }
    sink.emit("coverage") { words.coverage.write(to: &$0) }
    switch sink.format {
    case .human: sink.output.write(words.text(command.output.terminal(STDOUT_FILENO, environment)))
    case .markdown: sink.output.write(words.markdown)
    case .csv: sink.output.write(words.csv)
    default: sink.say(report.score, isQuiet: command.output.quiet)
    }
  }
}

/// What is found, by what the organisation's policy makes of it.
private struct ComplianceEvidence {
  let gate: PolicyGate
  var standing: [Finding] = []
  var accepted: [(finding: Finding, suppression: Suppression)] = []

  /// What accepts a finding, by its fingerprint.
  var suppressions: [String: Suppression] {
    Dictionary(accepted.map { ($0.finding.fingerprint, $0.suppression) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ finding: Finding) {
    switch gate.judge(finding) {
    case .off: break
    case .stands(let finding): standing.append(finding)
    case .accepted(let finding, let suppression): accepted.append((finding, suppression))
    }
  }
}
