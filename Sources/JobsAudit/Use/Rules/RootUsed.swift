import JobsCore

/// AI203.
enum RootUsed: UseRule {
  static let rule = AuditRule(
    "AI203", "root-used", .medium, "The root of an account was used not long ago.",
    page: """
      Few things need root, and none of them is daily work. Find out from CloudTrail what was done, and let an identity with
      the rights for it do that.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.7 (2026-11-21)",
    mending: .byHand("what was done cannot be taken back"), controls: [.aws("2.7")])

  /// Days within which use is found.
  private static let days: Int64 = 90

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .credentials(let row) = seen, row.isRoot else { return nil }
    let used = ([row.passwordLastUsed] + row.keys.map(\.lastUsed)).compactMap { $0 }.max()
    guard let used, used.days(until: now) < days else { return nil }
    return Finding(
      rule, "\(row.name) was used on \(used.day)", resource: row.arn, principal: row.arn,
      hint: "see what was done with 'jobs-audit access' over the events of CloudTrail", at: row.location)
  }
}
