import JobsCore

/// GI113.
enum ExpiredGrant: PolicyRule {
  static let rule = AuditRule(
    "GI113", "expired-grant", .low, "A grant is over by its condition, or will be within 30 days.",
    page: """
      A binding whose time is over gives nothing, and still counts for the size of the policy. One that ends soon may be needed
      longer.
      """,
    source: "IAM, \"Configure temporary access\" (2026-11-21)",
    mending: .commands)

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.allow.bindings.compactMap { binding in
      guard let condition = binding.condition, let end = BindingCondition(condition).end else { return nil }
      let isOver = end.isOver(at: context.now.instant)
      guard isOver || end.time < context.now.instant.adding(seconds: 30 * 86_400) else { return nil }
      return policy.finding(
        rule, binding, binding.members,
        "\(isOver ? "had" : "\(binding.members.count == 1 ? "has" : "have")") '\(binding.role)' until \(end.time.rfc3339) on",
        severity: isOver ? nil : .info, hint: isOver ? "take the binding out" : "renew it if it is needed longer")
    }
  }
}
