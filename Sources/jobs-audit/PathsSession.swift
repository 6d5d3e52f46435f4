import JobsAudit
import JobsCommand
import JobsCore

/// One run of `paths`.
struct PathsSession {
  private let command: PathsCommand
  private let sink: FindingSink

  init(_ command: PathsCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    sink = try FindingSink(command.output, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    var estate = Estate()
    let failed = try AuditFiles(names: command.files).read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { values, name throws(Failure) in
      try EstateReader { _ in }.read(&values, file: name, into: &estate)
    }
    guard !estate.accountOrder.isEmpty else {
      throw .usage(
        "no account of AWS is in the input", hint: "give what 'aws iam get-account-authorization-details' writes")
    }
    if estate.hasGooglePolicies { estate.remark("paths through policies of Google", isGap: true) }
    if !estate.singles.isEmpty { estate.remark("paths through policies of AWS that stand alone", isGap: true) }
    try search(estate)
    sink.show(Coverage(estate, failedInputs: failed, now: Instant.now()))
    let isReached = command.findings.failOn.isReached(by: sink.worst)
    let isPartial = failed > 0 || estate.hasGaps
    try sink.sink.finish(ok: !isReached && !isPartial)
    return isReached ? .findings : isPartial ? .partial : .done
  }

  private func search(_ estate: Estate) throws(Failure) {
    let goal = command.to.map { AccessPaths.Goal.identity($0) } ?? .privileged
    var isMet = false
    for number in estate.accountOrder {
      guard let account = estate.accounts[number] else { continue }
      if let from = command.from, !account.holds(from) { continue }
      guard let paths = AccessPaths(AccessGraph(account), to: goal) else { continue }
      isMet = true
      for finding in paths.findings(from: command.from) { sink.add(finding) }
    }
    guard isMet else {
      let names = [command.from, command.to].compactMap { $0.map { "'\(Terminal.visible($0))'" } }
      throw .usage(
        "no account of the input holds \(names.joined(separator: " and "))",
        hint: "name a user, group or role by its ARN or its name")
    }
  }
}
