import JobsAudit
import JobsCommand
import JobsCore

/// One run of `iam`.
struct IAMSession {
  private let command: IAMCommand
  private let sink: FindingSink
  private let files: AuditFiles
  private let now: JudgedTime
  private let policy: AuditPolicy?
  private let data: AuditData

  init(_ command: IAMCommand, _ files: AuditFiles, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.files = files
    now = command.input.naming.time(of: files)
    policy = try command.policy.load(environment)
    data = try command.data.load(environment)
    let gate = policy.map { PolicyGate($0, now: command.input.naming.time) }
    sink = try FindingSink(command.output, baseline: command.findings.baseline, gate: gate, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    let judged = try JudgedInput(
      files, command.input.naming, at: now, domains: Set(command.domain.map { $0.lowercased() }), under: policy,
      by: data
    ) { sink.add($0) }
    sink.show(Coverage(judged.estate, failedInputs: judged.failedInputs, now: Instant.now()))
    return try sink.end(command.findings, isPartial: judged.isPartial)
  }
}
