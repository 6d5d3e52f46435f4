import JobsCore

/// GI105.
enum DeletedMember: PolicyRule {
  static let rule = AuditRule(
    "GI105", "deleted-member", .low, "A binding names somebody who was deleted.",
    page: """
      The entry gives nothing to anybody, until the account is restored within its days of grace. It shows that the policy is
      not looked after.
      """,
    source: "IAM, \"Policies and deleted principals\" (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    let found = policy.allow.bindings.flatMap { binding in
      binding.members.filter { $0.kind == .deleted }.map { (binding, $0) }
    }
    // One for the policy: a large one has many of them.
    guard let first = found.first else { return [] }
    var seen: Set<GoogleMember> = []
    let members = found.map(\.1).filter { seen.insert($0).inserted }
    var finding = policy.finding(
      rule, first.0, members,
      "\(members.count == 1 ? "was" : "were") deleted and still \(members.count == 1 ? "stands" : "stand") in the policy of",
      hint: "take deleted members out")
    let all = policy.allow.bindings.map { binding in (binding, binding.members.filter { $0.kind == .deleted }) }
    finding.remedies = GoogleRemedy.removing(all.filter { !$0.1.isEmpty }, from: policy.allow, file: finding.file)
    return [finding]
  }
}
