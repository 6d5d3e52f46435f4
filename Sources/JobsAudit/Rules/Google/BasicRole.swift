import JobsCore

/// GI101.
enum BasicRole: PolicyRule {
  static let rule = AuditRule(
    "GI101", "basic-role", .high, "Somebody has a basic role: owner, editor or viewer.",
    page: """
      Owner and editor hold thousands of permissions, among them those to become service accounts of the project. Give the
      predefined roles that are needed.
      """,
    source: "IAM, \"Basic roles\" (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.standing.compactMap { binding in
      guard binding.role == "roles/owner" || binding.role == "roles/editor" || binding.role == "roles/viewer" else {
        return nil
      }
      let members = binding.members.filter { member in
        // Google gives editor to its own agent, and public members are a finding of their own.
        if member.kind == .deleted { return false }
        return !member.isServiceAgent && !member.isPublic && !member.isServiceAccount
      }
      guard !members.isEmpty else { return nil }
      return policy.finding(
        rule, binding, members, "\(members.count == 1 ? "has" : "have") '\(binding.role)' on",
        severity: binding.role == "roles/viewer" ? .low : policy.level == .project ? .medium : .high,
        hint: "give the predefined roles that are needed")
    }
  }
}
