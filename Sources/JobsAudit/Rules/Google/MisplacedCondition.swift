import JobsCore

/// GI114.
enum MisplacedCondition: PolicyRule {
  static let rule = AuditRule(
    "GI114", "misplaced-condition", .medium, "A condition stands where IAM takes none.",
    page: """
      Basic roles and public members take no condition: a policy that shows one was written by hand or put together wrongly, and
      cannot be set again as it is.
      """,
    source: "IAM Conditions, \"Overview\" (2026-11-21)",
    mending: .byHand("IAM refuses such a binding, so that it stands in a file alone; mend that"))

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.allow.bindings.compactMap { binding in
      guard binding.condition != nil else { return nil }
      let isPublic = binding.members.contains { $0.isPublic }
      guard RoleCatalog.isBasic(binding.role) || isPublic else { return nil }
      return policy.finding(
        rule, binding, binding.members,
        "\(binding.members.count == 1 ? "has" : "have") '\(binding.role)' with a condition that IAM does not take, on",
        hint: "take the condition off, or give a predefined role")
    }
  }
}
