import JobsCore

/// GI102.
enum PublicMember: PolicyRule {
  static let rule = AuditRule(
    "GI102", "public-member", .critical, "A resource is open to everybody.",
    page: """
      `allUsers` is the whole internet, `allAuthenticatedUsers` everybody with any account at Google. Name who is meant.
      """,
    source: "IAM, \"Principal identifiers\" (2026-11-21)",
    mending: .commands, controls: [.google("1.10")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.standing.flatMap { binding in
      binding.members.compactMap { member in
        guard member.isPublic else { return nil }
        let isDangerous = !context.roles.permissions(of: binding.role).isEmpty || policy.level != .resource
        return policy.finding(
          rule, binding, [member], "has '\(binding.role)' on", severity: isDangerous ? .critical : .high,
          hint: "name who is meant")
      }
    }
  }
}
