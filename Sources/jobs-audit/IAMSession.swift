import JobsAudit
import JobsCommand
import JobsCore

/// One run of `iam`.
struct IAMSession {
  private let command: IAMCommand
  private let sink: FindingSink
  private let now: Instant
  private let policy: AuditPolicy?

  init(_ command: IAMCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    let now = command.input.naming.time
    self.now = now
    policy = try command.policy.load(environment)
    let gate = policy.map { PolicyGate($0, now: now) }
    sink = try FindingSink(command.output, baseline: command.findings.baseline, gate: gate, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    var estate = Estate()
    let domains = command.domain.isEmpty ? policy?.domains ?? [] : Set(command.domain.map { $0.lowercased() })
    let files = AuditFiles(names: command.input.files)
    var context = PolicyContext(roles: estate.roles, now: now, domains: domains, organisation: policy)
    context.denials = files.denials()
    let isPiped = files.hasPipe
    var isBehind = false
    var hasPolicies = false
    let reader = EstateReader(
      command.input.naming.naming,
      observe: { seen in
        for finding in UseRules.check(seen, at: now) { sink.add(finding) }
      }
    ) { item in
      switch item {
      case .policy(let policy):
        hasPolicies = true
        for finding in PolicyRules.check(policy, context) { sink.add(finding) }
      case .denial(let denial) where isPiped:
        context.denials.add(denial)
        isBehind = isBehind || hasPolicies
      default: break
      }
    }
    let failed = try files.read(
      say: { Entry.say("jobs-audit", $0.message, hint: $0.hint) }
    ) { values, name throws(Failure) in
      try reader.read(&values, file: name, into: &estate)
    }
    if isBehind { estate.remark("deny policies that came by a pipe, for the policies before them: put them first") }
    try command.input.naming.addOrganization(to: &estate)
    for finding in EstateRules.check(estate, organisation: policy) { sink.add(finding) }
    if estate.hasGooglePolicies, domains.isEmpty {
      estate.remark("members of other domains: say which are the organisation's with --domain or in a policy")
    }
    sink.show(Coverage(estate, failedInputs: failed, now: Instant.now()))
    let isReached = command.findings.failOn.isReached(by: sink.worst)
    let isPartial = failed > 0 || estate.hasGaps
    try sink.sink.finish(ok: !isReached && !isPartial)
    return isReached ? .findings : isPartial ? .partial : .done
  }
}
