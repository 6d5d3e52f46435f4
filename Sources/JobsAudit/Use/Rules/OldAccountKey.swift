import JobsCore

/// GI202.
enum OldAccountKey: UseRule {
  static let rule = AuditRule(
    "GI202", "old-account-key", .medium, "A key of a service account is older than 90 days.",
    page: """
      The older a key, the more places it has been copied to. Make another, use it, switch the old one off, and delete it; or do
      without keys.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.8 (2026-11-21)",
    mending: .commands, controls: [.google("1.8")])

  private static let days: Int64 = 90

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .accountKey(let key) = seen, key.isUserManaged, !key.isDisabled, let created = key.created,
      created.days(until: now) > days
    else { return nil }
    return key.finding(
      rule, "the key '\(key.id)' of '\(key.account)' is \(created.days(until: now)) days old",
      hint: "make another, use it, and switch this one off")
  }
}
