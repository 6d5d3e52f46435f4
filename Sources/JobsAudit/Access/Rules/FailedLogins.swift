/// LG104.
enum FailedLogins: AccessRule {
  static let rule = AuditRule(
    "LG104", "failed-logins", .medium, "Signing in to the console failed again and again.",
    page: """
      Somebody has forgotten a password, or somebody else guesses it. The addresses tell which.
      """,
    source: "MITRE ATT&CK, T1110 Brute Force (2026-11-22)",
    mending: .log)

  private static let limit = 5

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.action == "signin:ConsoleLogin", event.outcome != .done else { return nil }
    return AccessMatch(subject: "", thing: event.source ?? "")
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    group.count >= limit ? ("failed to sign in \(group.times)", .medium) : nil
  }
}
