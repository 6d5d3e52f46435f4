import JobsCore

/// GI116.
enum WidePool: PolicyRule {
  static let rule = AuditRule(
    "GI116", "wide-identity-pool", .high, "A whole pool of identities from outside can become a service account.",
    page: """
      `principalSet://…/POOL/*` is everybody whom the pool's provider vouches for: at GitHub every workflow of every repository,
      unless the provider has a condition. Name a repository by `attribute.repository`.
      """,
    source: "IAM, \"Best practices for using Workload Identity Federation\" (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.powerful.compactMap { binding in
      let members = binding.members.filter { member in
        member.kind == .principalSet && member.text.hasSuffix("/*") && member.text.contains("/workloadIdentityPools/")
      }
      guard !members.isEmpty, !context.roles.permissions(of: binding.role).isEmpty else { return nil }
      var finding = policy.finding(
        rule, binding, members, "has '\(binding.role)' on",
        hint: "name a repository by 'attribute.repository/OWNER/NAME'")
      finding.verdict = .possible
      finding.missing.append("the condition of the pool's provider")
      return finding
    }
  }
}
