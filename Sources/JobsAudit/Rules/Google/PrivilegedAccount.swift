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
    mending: JudgedPolicy.groupMending, controls: [.google("1.6")])

  static func isAdministrative(_ role: String) -> Bool {
    role == "roles/owner" || role == "roles/editor" || role.lowercased().hasSuffix("admin")
  }

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard policy.level != .resource else { return [] }
    return policy.powerful.flatMap { binding -> [Finding] in
      guard isAdministrative(binding.role) else { return [] }
      return policy.findings(
        rule, binding, context, severity: context.roles.permissions(of: binding.role).isEmpty ? .medium : nil,
        isOfPower: true, hint: "give the account the roles that its job needs"
      ) {
        "\($0) '\(binding.role)' on"
      } where: {
        $0.isServiceAccount && !$0.isServiceAgent && !$0.isDefaultAccount
      }
    }
  }
}
