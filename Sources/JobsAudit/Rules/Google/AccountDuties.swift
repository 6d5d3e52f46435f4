import JobsCore

/// GI108.
enum AccountDuties: PolicyRule {
  static let rule = AuditRule(
    "GI108", "account-duties", .medium, "Somebody both manages service accounts and uses them.",
    page: """
      Who holds Service Account Admin and Service Account User makes an account, gives it roles and acts as it, with nobody else
      to see it.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.9 (2026-11-21)",
    mending: JudgedPolicy.groupMending, controls: [.google("1.9")])

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard policy.level != .resource else { return [] }
    return DutyPair.both(
      rule, policy, context, first: { $0 == "roles/iam.serviceAccountAdmin" },
      second: { $0 == "roles/iam.serviceAccountUser" },
      words: "both manages and uses service accounts of")
  }
}
