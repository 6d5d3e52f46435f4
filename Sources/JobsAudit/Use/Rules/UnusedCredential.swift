import JobsCore

/// AI205.
enum UnusedCredential: UseRule {
  static let rule = AuditRule(
    "AI205", "unused-credential", .medium, "A password or key of a user has not been used for 45 days.",
    page: """
      Nobody misses what nobody uses, and nobody sees who else does. Switch it off; delete it when nobody asked for it.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.11 (2026-11-21)",
    mending: .commands(except: "a password has none, since one that was deleted cannot be put back"),
    controls: [.aws("2.11")])

  private static let days: Int64 = 45

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .credentials(let row) = seen, !row.isRoot else { return nil }
    var idle: [String] = []
    if row.hasPassword == true,
      let words = idleness(row.passwordLastUsed, since: row.passwordChanged ?? row.created, now)
    {
      idle.append("a password \(words)")
    }
    var made: [Instant] = []
    for key in row.keys {
      guard let words = idleness(key.lastUsed, since: key.rotated ?? row.created, now) else { continue }
      idle.append("access key \(key.number) \(words)")
      // What is too new to tell is not among them.
      made.append(key.rotated ?? row.created ?? now)
    }
    guard !idle.isEmpty else { return nil }
    var finding = Finding(
      rule, "\(row.name) has \(idle.joined(separator: " and "))", resource: row.arn, principal: row.arn,
      hint: "switch it off, and delete it later; 'aws iam list-access-keys' tells the ids of keys", at: row.location)
    if let latest = made.max() {
      finding.remedies = [
        AccessKeyRemedy.disabling(
          keysOf: row.user, madeBy: latest, unusedSince: now.adding(seconds: -days * 86_400), file: finding.file)
      ]
    }
    return finding
  }

  /// In words, where something has not been used for long enough; nil where it has, or is too new to tell.
  private static func idleness(_ used: Instant?, since start: Instant?, _ now: Instant) -> String? {
    if let used {
      let idle = used.days(until: now)
      return idle >= days ? "that was last used \(idle) days ago" : nil
    }
    guard let start else { return "that was never used" }
    let age = start.days(until: now)
    return age >= days ? "that was never used in \(age) days" : nil
  }
}
