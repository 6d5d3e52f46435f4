/// LG103.
enum LoginWithoutMFA: AccessRule {
  static let rule = AuditRule(
    "LG103", "login-without-mfa", .high, "Somebody signed in to the console by a password alone.",
    page: """
      A password that is guessed, or read somewhere, lets anybody in. Ask for a second factor, or let people come by federation.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.10 (2026-11-21)",
    mending: .log, controls: [.aws("2.10")])

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.action == "signin:ConsoleLogin", event.outcome == .done, event.hasMFA == false,
      // Whoever comes by federation has shown the second factor elsewhere.
      event.isRoot || event.principal.contains(":user/")
    else { return nil }
    return AccessMatch(subject: "", thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    ("signed in without a second factor \(group.times)", .high)
  }
}
