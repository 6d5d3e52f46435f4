import JobsCore

/// AI202.
enum RootWithoutMFA: UseRule {
  static let rule = AuditRule(
    "AI202", "root-without-mfa", .critical, "The root of an account signs in by a password alone.",
    page: """
      A password that is guessed, or read somewhere, then rules the account. Give root a hardware key or a passkey; in an
      organisation take root's credentials away from member accounts.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.5 (2026-11-21)",
    mending: .byHand("whoever holds the second factor registers it, signed in as root"), controls: [.aws("2.5")])

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    // Of root AWS does not say whether it has a password; one without any has no second factor either.
    guard case .credentials(let row) = seen, row.isRoot, !row.hasMFA, row.hasPassword != false else { return nil }
    return Finding(
      rule, "\(row.name) has no second factor", resource: row.arn, principal: row.arn,
      hint: "register a hardware key or a passkey for root", at: row.location)
  }
}
