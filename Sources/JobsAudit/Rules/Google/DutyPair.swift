/// Two duties that nobody ought to have both.
enum DutyPair {
  /// A finding for those of each binding that have a role of either kind, themselves or by groups.
  static func both(
    _ rule: AuditRule, _ policy: JudgedPolicy, _ context: PolicyContext, first: (String) -> Bool,
    second: (String) -> Bool, words: String
  ) -> [Finding] {
    let standing = policy.standing
    let using = standing.filter { second($0.role) }
    guard !using.isEmpty else { return [] }
    let managing = Self.managing(standing.filter { first($0.role) }, context)
    guard !managing.isEmpty else { return [] }
    var seen: Set<GoogleMember> = []
    return using.flatMap { binding in
      // By the groups that bring one of the two: a group that has both is found itself, and its members are not.
      var found: [(groups: [GoogleMember], members: [GoogleMember])] = []
      func add(_ member: GoogleMember, _ groups: [GoogleMember]) {
        guard member.kind != .deleted, seen.insert(member).inserted else { return }
        guard let at = found.firstIndex(where: { $0.groups == groups }) else { return found.append((groups, [member])) }
        found[at].members.append(member)
      }
      for member in binding.members {
        guard let way = managing[member] else { continue }
        add(member, [way.group].compactMap { $0 })
      }
      for group in binding.members where managing[group] == nil {
        for member in context.groups.all(of: group) where member.kind != .group {
          guard let way = managing[member] else { continue }
          add(member, [way.group, group].compactMap { $0 })
        }
      }
      return found.map { groups, members in
        policy.finding(
          rule, binding, members, words, by: groups, hint: "let different people have the two roles")
      }
    }
  }

  /// How somebody has a role: by a group, or themselves.
  private struct Way { var group: GoogleMember? }

  private static func managing(_ bindings: [GoogleBinding], _ context: PolicyContext) -> [GoogleMember: Way] {
    var managing: [GoogleMember: Way] = [:]
    for member in bindings.flatMap(\.members) { managing[member] = Way() }
    for group in bindings.flatMap(\.members) where group.kind == .group {
      for member in context.groups.all(of: group) where managing[member] == nil { managing[member] = Way(group: group) }
    }
    return managing
  }
}
