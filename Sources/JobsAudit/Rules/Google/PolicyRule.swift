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
  /// Who is in which group, as far as that was read before.
  package var groups = GroupMembers()

  package init(roles: RoleCatalog, now: JudgedTime, domains: Set<String> = [], organisation: AuditPolicy? = nil) {
    self.roles = roles
    self.now = now
    self.domains = domains
    self.organisation = organisation
  }

  /// Takes what was read before.
  package mutating func know(_ estate: GoogleEstate) {
    denials = Denials()
    estate.denials.forEach { denials.add($0) }
    groups = estate.groupMembers(at: now)
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
        let denied = context.denials.take(permissions, from: [member] + context.groups.groups(of: member), on: policy)
        if denied.truth == .unknown {
          doubts[Doubt(member: member, role: binding.role)] = denied.missing ?? "what a deny policy means"
        }
        return denied.truth == .yes
      }
      return binding
    }
    self.doubts = doubts
  }

  /// The findings about those of a binding whom a rule means: one for those that stand in it, and one for those within each group of
  /// it. What mends the second changes the group.
  ///
  /// - Parameters:
  ///   - isOfPower: whether it is about what identities are taken over by, which deny policies may leave nothing of.
  ///   - subject: what beside the member counts for whether one is meant.
  ///   - words: what they do, after the verb for one or for many.
  func findings(
    _ rule: AuditRule, _ binding: GoogleBinding, _ context: PolicyContext, severity: FindingSeverity? = nil,
    isOfPower: Bool = false, about subject: String = "", hint: String, _ words: (_ has: String) -> String,
    where isMeant: (GoogleMember) -> Bool
  ) -> [Finding] {
    let direct = binding.members.filter(isMeant)
    func finding(_ members: [GoogleMember], by group: GoogleMember? = nil) -> Finding {
      self.finding(
        rule, binding, members, words(members.count == 1 ? "has" : "have"), by: group.map { [$0] } ?? [],
        severity: severity, hint: hint)
    }
    var findings = direct.isEmpty ? [] : [finding(direct)]
    guard !context.groups.isEmpty else { return findings }
    let permissions = isOfPower && !context.denials.isEmpty ? context.roles.permissions(of: binding.role) : []
    for group in binding.members where group.kind == .group {
      var missing: String?
      let members = context.groups.all(of: group, for: "\(rule.code) \(subject)", where: isMeant).filter { member in
        guard !direct.contains(member) else { return false }
        guard !permissions.isEmpty else { return true }
        let denied = context.denials.take(permissions, from: [member] + context.groups.groups(of: member), on: allow)
        if denied.truth == .unknown { missing = denied.missing }
        return denied.truth != .yes
      }
      guard !members.isEmpty else { continue }
      var found = finding(members, by: group)
      if let missing {
        found.missing.append(missing)
        found.verdict = .possible
      }
      findings.append(found)
    }
    return findings
  }

  /// Of rules that look into groups.
  static let groupMending = Mending.commands(
    except:
      "whom a group brings in has none, since other roles may hang on the group, and neither has a resource for whose "
      + "policy gcloud has no commands")

  /// One finding for a binding, whose members that are meant are counted and the first few named.
  ///
  /// - Parameter groups: by which they have it, where they do not stand in the binding themselves.
  func finding(
    _ rule: AuditRule, _ binding: GoogleBinding, _ members: [GoogleMember], _ words: String,
    by groups: [GoogleMember] = [], severity: FindingSeverity? = nil, hint: String
  ) -> Finding {
    let others = members.count == 1 ? "" : members.map(\.text).joined(separator: " ")
    let names = groups.map { "'\($0.text)'" }.joined(separator: " and ")
    let way = groups.isEmpty ? "" : " by \(names)"
    var finding = Finding(
      rule, "\(FewNames.quoted(members.map(\.text))) \(words) '\(allow.shortName)'\(way)", resource: allow.resource,
      principal: members.count == 1 ? members[0].text : nil, severity: severity,
      hint: groups.isEmpty ? hint : "take \(members.count == 1 ? "it" : "them") out of \(names), or \(hint)",
      detail: "\(binding.role) \(binding.condition?.expression ?? "") \(others)\(way)", at: binding.location)
    if !doubts.isEmpty {
      for words in members.compactMap({ doubts[Doubt(member: $0, role: binding.role)] })
      where !finding.missing.contains(words) {
        finding.missing.append(words)
      }
      if !finding.missing.isEmpty { finding.verdict = .possible }
    }
    if groups.isEmpty, case .commands = rule.mending {
      finding.remedies = GoogleRemedy.removing([(binding, members)], from: allow, file: finding.file)
    }
    return finding
  }
}
