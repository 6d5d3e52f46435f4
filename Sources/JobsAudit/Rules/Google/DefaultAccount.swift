import JobsCore

/// GI111.
enum DefaultAccount: PolicyRule {
  static let rule = AuditRule(
    "GI111", "default-account", .high,
    "The default service account of a project has a role by which identities are taken over.",
    page: """
      Every machine and job for which nobody names an account runs as the default one. Give each job an account of its own, and
      the default one nothing.
      """,
    source: "IAM, \"Default service accounts\" (2026-11-21)",
    mending: .commands, controls: [.google("1.6")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.powerful.compactMap { binding in
      let members = binding.members.filter { $0.isDefaultAccount }
      guard !members.isEmpty, !context.roles.permissions(of: binding.role).isEmpty else { return nil }
      return policy.finding(
        rule, binding, members, "\(members.count == 1 ? "has" : "have") '\(binding.role)' on",
        hint: "give jobs accounts of their own")
    }
  }
}
