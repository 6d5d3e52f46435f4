import JobsCore

/// GI201.
enum UserManagedKey: UseRule {
  static let rule = AuditRule(
    "GI201", "user-managed-key", .medium, "A service account has a key that somebody keeps.",
    page: """
      The key is the account, wherever it is copied to, and does not end by itself. Attach the account to what runs as it, or
      use workload identity federation; then no key is needed.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.5 (2026-11-21)",
    mending: .commands, controls: [.google("1.5")])

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .accountKey(let key) = seen, key.isUserManaged, !key.isDisabled else { return nil }
    return key.finding(
      rule, "'\(key.account)' has the key '\(key.id)'" + (key.created.map { " of \($0.day)" } ?? ""),
      hint: "see with 'gcloud policy-intelligence query-activity' whether it is used, and switch it off")
  }
}

extension AccountKey {
  func finding(_ rule: AuditRule, _ message: String, hint: String) -> Finding {
    var finding = Finding(
      rule, message, resource: account, principal: "serviceAccount:\(account)", hint: hint, detail: id, at: location)
    finding.remedies = [GoogleRemedy.disabling(key: id, of: account)]
    return finding
  }
}
