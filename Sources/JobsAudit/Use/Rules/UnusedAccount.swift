import JobsCore

/// GI204.
enum UnusedAccount: UseRule {
  static let rule = AuditRule(
    "GI204", "unused-account", .low, "A service account, or a key of one, has not been used for 90 days.",
    page: """
      What it may do, whoever becomes it may do. Switch it off, which can be taken back; delete it when nothing broke.
      """,
    source: "Policy Analyzer, \"View recent usage for service accounts and keys\" (2026-11-22)")

  private static let days: Int64 = 90

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    guard case .account(let use) = seen else { return nil }
    if let last = use.lastUsed, last.days(until: now) < days { return nil }
    var finding = Finding(
      rule,
      "\(use.isKey ? "the key" : "the account") '\(use.name)' "
        + (use.lastUsed.map { "was last used on \($0.day)" } ?? "was not used in the time that was looked at"),
      resource: use.name, principal: use.isKey ? nil : "serviceAccount:\(use.name)",
      hint: "switch it off, and delete it when nothing broke", at: use.location)
    if !use.isKey {
      let name = ShellWord.quoted(use.name)
      finding.remedies = [
        Finding.Remedy(
          do: "gcloud iam service-accounts disable \(name)", undo: "gcloud iam service-accounts enable \(name)")
      ]
    }
    return finding
  }
}
