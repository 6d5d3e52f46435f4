import JobsAudit
import JobsCommand
import JobsCore

/// One run of `iam`.
struct IAMSession {
  private let command: IAMCommand
  private let sink: FindingSink
  private let now: Instant

  init(_ command: IAMCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    now = command.input.naming.time
    sink = try FindingSink(command.output, baseline: command.findings.baseline, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    var estate = Estate()
    let context = PolicyContext(roles: estate.roles, now: now, domains: Set(command.domain.map { $0.lowercased() }))
    let reader = EstateReader(
      command.input.naming.naming,
      observe: { seen in
        for finding in UseRules.check(seen, at: now) { sink.add(finding) }
      }
    ) { item in
      guard case .policy(let policy) = item else { return }
      for finding in PolicyRules.check(policy, context) { sink.add(finding) }
    }
    let failed = try AuditFiles(names: command.input.files).read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { values, name throws(Failure) in
      try reader.read(&values, file: name, into: &estate)
    }
    for finding in estate.desired.findings { sink.add(finding) }
    try command.input.naming.addOrganization(to: &estate)
    for number in estate.accountOrder {
      guard let account = estate.accounts[number] else { continue }
      for finding in AccountRules.check(account) { sink.add(finding) }
    }
    for single in estate.singles { for finding in AccountRules.check(single.account) { sink.add(finding) } }
    if estate.hasGooglePolicies, command.domain.isEmpty {
      estate.remark("members of other domains: say which are the organisation's with --domain")
    }
    sink.show(Coverage(estate, failedInputs: failed, now: Instant.now()))
    let isReached = command.findings.failOn.isReached(by: sink.worst)
    let isPartial = failed > 0 || estate.hasGaps
    try sink.sink.finish(ok: !isReached && !isPartial)
    return isReached ? .findings : isPartial ? .partial : .done
  }
}
