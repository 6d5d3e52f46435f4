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
    mending: JudgedPolicy.groupMending)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard let project = policy.project else { return [] }
    // Where the policy has a number in place of an id the projects cannot be told apart.
    guard !project.utf8.allSatisfy({ (48...57).contains($0) }) else { return [] }
    return policy.powerful.flatMap { binding -> [Finding] in
      guard !context.roles.permissions(of: binding.role).isEmpty else { return [] }
      return policy.findings(
        rule, binding, context, isOfPower: true, about: project, hint: "make an account in the project itself"
      ) {
        "of another project \($0) '\(binding.role)' on"
      } where: { member in
        member.homeProject.map { $0 != project[...] } ?? false
      }
    }
  }
}
