package import JobsCore

/// A rule over one allow policy of Google, without a look at others: so estates of any size stream through.
protocol PolicyRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding]
}

/// What rules over policies have to know beside the policy.
package struct PolicyContext: Sendable {
  package var roles: RoleCatalog
  /// Judged as of this time.
  package var now: Instant
  /// Domains of the organisation in small letters; empty where nobody said which.
  package var domains: Set<String>

  package init(roles: RoleCatalog, now: Instant, domains: Set<String> = []) {
    self.roles = roles
    self.now = now
    self.domains = domains
  }
}

/// A policy with what several rules ask of it, worked out once.
package struct JudgedPolicy {
  package let allow: AllowPolicy
  let level: AllowPolicy.Level
  let project: String?
  /// The bindings that hold, or may: those whose condition does not say that they are over.
  let standing: [GoogleBinding]

  package init(_ policy: AllowPolicy, at now: Instant) {
    allow = policy
    level = policy.level
    project = policy.project
    standing = policy.bindings.filter { binding in
      guard let condition = binding.condition else { return true }
      return BindingCondition(condition).truth(at: now, resource: policy).truth != .no
    }
  }

  /// One finding for a binding, whose members that are meant are counted and the first few named.
  func finding(
    _ rule: AuditRule, _ binding: GoogleBinding, _ members: [GoogleMember], _ words: String,
    severity: FindingSeverity? = nil, hint: String
  ) -> Finding {
    let named = members.prefix(3).map { "'\($0.text)'" }.joined(separator: ", ")
    let more = members.count > 3 ? " and \(members.count - 3) more" : ""
    let others = members.count == 1 ? "" : members.map(\.text).joined(separator: " ")
    var finding = Finding(
      rule, "\(named)\(more) \(words) '\(allow.shortName)'", resource: allow.resource,
      principal: members.count == 1 ? members[0].text : nil, severity: severity, hint: hint,
      detail: "\(binding.role) \(binding.condition?.expression ?? "") \(others)", at: binding.location)
    finding.remedies = members.prefix(3).compactMap { GoogleRemedy.removing($0.text, binding, from: allow) }
    return finding
  }
}
