import JobsCore

/// GI107.
enum AccountUsers: PolicyRule {
  static let rule = AuditRule(
    "GI107", "account-user-on-project", .high, "Somebody can act as every service account of a project.",
    page: """
      With Service Account User or Token Creator on a project, or above, people become each of its accounts, those to come
      included. Grant it on the one account that is needed.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.7 (2026-11-21)",
    mending: .commands, controls: [.google("1.7")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard policy.level != .resource else { return [] }
    return policy.powerful.compactMap { binding in
      guard
        ["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.workloadIdentityUser"]
          .contains(binding.role)
      else { return nil }
      let members = binding.members.filter { member in
        if member.kind == .deleted { return false }
        return !member.isServiceAgent
      }
      guard !members.isEmpty else { return nil }
      // The benchmark speaks of people; an account that may is as bad, and counted less.
      let hasPeople = members.contains { !$0.isServiceAccount }
      return policy.finding(
        rule, binding, members, "can act as every service account of", severity: hasPeople ? nil : .medium,
        hint: "grant '\(binding.role)' on the one account that is needed")
    }
  }
}
