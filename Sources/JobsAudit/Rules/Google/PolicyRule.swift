/// A rule over one allow policy of Google, without a look at others: so estates of any size stream through.
protocol PolicyRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding]
}

/// What rules over policies have to know beside the policy.
package struct PolicyContext: Sendable {
  package var roles: RoleCatalog
  package var now: JudgedTime
  /// Domains of the organisation in small letters; empty where nobody said which.
  package var domains: Set<String>
  /// What the organisation asks; nil where nobody said so.
  package var organisation: AuditPolicy?
  /// Deny policies that were read before.
  package var denials = Denials()

  package init(roles: RoleCatalog, now: JudgedTime, domains: Set<String> = [], organisation: AuditPolicy? = nil) {
    self.roles = roles
    self.now = now
    self.domains = domains
    self.organisation = organisation
  }
}

/// A policy with what several rules ask of it, worked out once.
package struct JudgedPolicy {
  package let allow: AllowPolicy
  let level: AllowPolicy.Level
  let project: String?
  /// The bindings that hold, or may: those whose condition does not say that they are over.
  let standing: [GoogleBinding]
  /// Those of them by which identities are taken over, without members whom deny policies leave nothing of that.
  let powerful: [GoogleBinding]
  /// Why it is not known of some members whether a deny policy takes that from them, by the member and the role.
  private let doubts: [Doubt: String]

  private struct Doubt: Hashable {
    var member: GoogleMember
    var role: String
  }

  package init(_ policy: AllowPolicy, _ context: PolicyContext) {
    allow = policy
    level = policy.level
    project = policy.project
    let standing = policy.bindings.filter { binding in
      guard let condition = binding.condition else { return true }
      return BindingCondition(condition).truth(at: context.now, resource: policy).truth != .no
    }
    self.standing = standing
    guard !context.denials.isEmpty else {
      powerful = standing
      doubts = [:]
      return
    }
    var doubts: [Doubt: String] = [:]
    powerful = standing.map { binding in
      var binding = binding
      let permissions = context.roles.permissions(of: binding.role)
      binding.members.removeAll { member in
        let denied = context.denials.take(permissions, from: member, on: policy)
        if denied.truth == .unknown {
          doubts[Doubt(member: member, role: binding.role)] = denied.missing ?? "what a deny policy means"
        }
        return denied.truth == .yes
      }
      return binding
    }
    self.doubts = doubts
  }

  /// One finding for a binding, whose members that are meant are counted and the first few named.
  func finding(
    _ rule: AuditRule, _ binding: GoogleBinding, _ members: [GoogleMember], _ words: String,
    severity: FindingSeverity? = nil, hint: String
  ) -> Finding {
    let others = members.count == 1 ? "" : members.map(\.text).joined(separator: " ")
    var finding = Finding(
      rule, "\(FewNames.quoted(members.map(\.text))) \(words) '\(allow.shortName)'", resource: allow.resource,
      principal: members.count == 1 ? members[0].text : nil, severity: severity, hint: hint,
      detail: "\(binding.role) \(binding.condition?.expression ?? "") \(others)", at: binding.location)
    if !doubts.isEmpty {
      for words in members.compactMap({ doubts[Doubt(member: $0, role: binding.role)] })
      where !finding.missing.contains(words) {
        finding.missing.append(words)
      }
      if !finding.missing.isEmpty { finding.verdict = .possible }
    }
    if case .commands = rule.mending {
      finding.remedies = GoogleRemedy.removing([(binding, members)], from: allow, file: finding.file)
    }
    return finding
  }
}
