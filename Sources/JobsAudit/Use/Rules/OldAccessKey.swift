import JobsCore

/// AI206.
enum OldAccessKey: UseRule {
  static let rule = AuditRule(
    "AI206", "old-access-key", .medium, "An access key of a user is older than 90 days.",
    page: """
      The older a key, the more places it has been copied to. Let what uses it assume a role; where it cannot, make another key,
      use it, switch the old one off and then delete it.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.12 (2026-11-21)",
    mending: .commands, controls: [.aws("2.12")])

  private static let days: Int64 = 90

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    switch seen {
    case .credentials(let row):
      let old = row.keys.filter { key in (key.rotated ?? row.created).map { $0.days(until: now) > days } ?? false }
      guard !row.isRoot, !old.isEmpty else { return nil }
      let words = old.map { key in
        "access key \(key.number) of \((key.rotated ?? row.created).map { String($0.day) } ?? "an unknown day")"
      }
      var finding = Finding(
        rule, "\(row.name) has \(words.joined(separator: " and "))", resource: row.arn, principal: row.arn,
        hint: "'aws iam list-access-keys' tells the ids", at: row.location)
      if let latest = old.compactMap({ $0.rotated ?? row.created }).max() {
        finding.remedies = [AccessKeyRemedy.disabling(keysOf: row.user, madeBy: latest, file: finding.file)]
      }
      return finding
    case .accessKey(let key):
      guard key.isActive, let created = key.created, created.days(until: now) > days else { return nil }
      var finding = Finding(
        rule, "user '\(key.user)' has access key '\(key.id)' of \(created.day)", resource: key.id, principal: key.user,
        hint: "switch it off, see that nothing breaks, and delete it", at: key.location)
      finding.remedies = [AccessKeyRemedy.disabling(key.id, of: key.user)]
      return finding
    default: return nil
    }
  }
}
