/// Two duties that nobody ought to have both.
enum DutyPair {
  /// A finding for each member that has a role of either kind.
  static func both(
    _ rule: AuditRule, _ policy: JudgedPolicy, first: (String) -> Bool, second: (String) -> Bool, words: String
  ) -> [Finding] {
    let standing = policy.standing
    let managing = Set(standing.filter { first($0.role) }.flatMap(\.members))
    guard !managing.isEmpty else { return [] }
    var seen: Set<GoogleMember> = []
    return standing.filter { second($0.role) }.compactMap { binding in
      let members = binding.members.filter { member in
        member.kind != .deleted && managing.contains(member) && seen.insert(member).inserted
      }
      guard !members.isEmpty else { return nil }
      return policy.finding(rule, binding, members, words, hint: "let different people have the two roles")
    }
  }
}
