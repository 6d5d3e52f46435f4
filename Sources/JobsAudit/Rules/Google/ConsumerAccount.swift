import JobsCore

/// GI103.
enum ConsumerAccount: PolicyRule {
  static let rule = AuditRule(
    "GI103", "consumer-account", .high, "Somebody has a role by an account that is no organisation's.",
    page: """
      Nobody can take the account of a consumer away when its owner leaves, nor ask for a second factor.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.2 (2026-11-21)",
    mending: JudgedPolicy.groupMending, controls: [.google("1.2")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    policy.standing.flatMap { binding in
      policy.findings(rule, binding, context, hint: "give the role to an account of the organisation") {
        "\($0) '\(binding.role)' on"
      } where: { member in
        member.kind == .user && (member.text.hasSuffix("@gmail.com") || member.text.hasSuffix("@googlemail.com"))
      }
    }
  }
}
