import JobsCore

/// AI201.
enum RootKey: UseRule {
  static let rule = AuditRule(
    "AI201", "root-key", .critical, "The root of an account has an access key.",
    page: """
      Whoever has the key rules the account, and no policy, boundary or organisation holds them. Delete it; what needs a key
      needs an identity of its own.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.4 (2026-11-21)",
    mending: .byHand(
      "root alone deletes its keys, signed in to the console, and a key that was deleted cannot be made again"),
    controls: [.aws("2.4")])

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .credentials(let row) = seen, row.isRoot, !row.keys.isEmpty else { return nil }
    return Finding(
      rule, "\(row.name) has \(row.keys.count == 1 ? "an access key" : "\(row.keys.count) access keys")",
      resource: row.arn, principal: row.arn, hint: "sign in as root and delete it under 'Security credentials'",
      at: row.location)
  }
}
