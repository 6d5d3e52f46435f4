import JobsCore

/// GI106.
enum PrivilegedAccount: PolicyRule {
  static let rule = AuditRule(
    "GI106", "privileged-service-account", .high, "A service account has an administrator's role.",
    page: """
      Whoever becomes the account, by a key, a job or a machine, becomes an administrator. Give a service account what its job
      needs.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.6 (2026-11-21)",
    mending: .commands, controls: [.google("1.6")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard policy.level != .resource else { return [] }
    return policy.powerful.compactMap { binding in
      let isAdministrator =
        binding.role == "roles/owner" || binding.role == "roles/editor"
        || binding.role.lowercased().hasSuffix("admin")
      guard isAdministrator else { return nil }
      let members = binding.members.filter { member in
        return member.isServiceAccount && !member.isServiceAgent && !member.isDefaultAccount
      }
      guard !members.isEmpty else { return nil }
      return policy.finding(
        rule, binding, members, "\(members.count == 1 ? "has" : "have") '\(binding.role)' on",
        severity: context.roles.permissions(of: binding.role).isEmpty ? .medium : nil,
        hint: "give the account the roles that its job needs")
    }
  }
}
