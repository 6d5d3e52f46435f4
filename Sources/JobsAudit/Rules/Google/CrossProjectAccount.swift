import JobsCore

/// GI112.
enum CrossProjectAccount: PolicyRule {
  static let rule = AuditRule(
    "GI112", "cross-project-account", .medium,
    "A service account of another project has a role by which identities are taken over.",
    page: """
      Who rules the other project becomes the account, and acts here. Where that is meant, suppress the finding with its
      reason.
      """,
    source: "IAM, \"Best practices for using service accounts\" (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard let project = policy.project else { return [] }
    return policy.powerful.compactMap { binding in
      guard !context.roles.permissions(of: binding.role).isEmpty else { return nil }
      let members = binding.members.filter { member in
        guard let home = member.homeProject else { return false }
        // Where the policy has a number in place of an id the projects cannot be told apart.
        return home != project[...] && !project.utf8.allSatisfy { (48...57).contains($0) }
      }
      guard !members.isEmpty else { return nil }
      return policy.finding(
        rule, binding, members, "of another project \(members.count == 1 ? "has" : "have") '\(binding.role)' on",
        hint: "make an account in the project itself")
    }
  }
}
