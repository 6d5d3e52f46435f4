import JobsCore

/// GI204.
enum UnusedAccount: UseRule {
  static let rule = AuditRule(
    "GI204", "unused-account", .low, "A service account, or a key of one, has not been used for 90 days.",
    page: """
      What it may do, whoever becomes it may do. Switch it off, which can be taken back; delete it when nothing broke.
      """,
    source: "Policy Analyzer, \"View recent usage for service accounts and keys\" (2026-11-22)",
    mending: .commands)

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
    if use.isKey {
      // //iam.googleapis.com/projects/PROJECT/serviceAccounts/ACCOUNT/keys/ID
      let parts = use.name.split(separator: "/").map(String.init)
      if let at = parts.lastIndex(of: "keys"), at > 0, at + 1 < parts.count {
        finding.remedies = [GoogleRemedy.disabling(key: parts[at + 1], of: parts[at - 1])]
      }
    } else {
      let name = ShellWord.quoted(use.name)
      finding.remedies = [
        Finding.Remedy(
          do: "gcloud iam service-accounts disable \(name)", undo: "gcloud iam service-accounts enable \(name)")
      ]
    }
    return finding
  }
}
