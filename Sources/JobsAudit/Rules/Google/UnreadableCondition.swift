import JobsCore

/// GI117.
enum UnreadableCondition: PolicyRule {
  static let rule = AuditRule(
    "GI117", "unreadable-condition", .info, "A condition could not be read, and is taken for neither true nor false.",
    page: """
      Findings of such a binding hold if its condition does. Only expressions of CEL that IAM takes are read.
      """,
    source: "IAM Conditions, \"Attribute reference\" (2026-11-21)",
    mending: .byHand("whether the condition is wrong is for whoever wrote it to say"))

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.allow.bindings.compactMap { binding in
      guard let condition = binding.condition, let error = BindingCondition(condition).error else { return nil }
      return policy.finding(
        rule, binding, binding.members,
        "\(binding.members.count == 1 ? "has" : "have") '\(binding.role)' under a condition that cannot be read (byte \(error.offset): \(error.message)), on",
        hint: "look whether IAM takes the expression")
    }
  }
}
