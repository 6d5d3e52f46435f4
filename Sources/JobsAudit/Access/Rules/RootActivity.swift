/// LG102.
enum RootActivity: AccessRule {
  static let rule = AuditRule(
    "LG102", "root-activity", .high, "The root of an account did something.",
    page: """
      Few things need root. Whatever it did, an identity with the rights for it could have done, and would be named.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.7 (2026-11-21)",
    mending: .log, controls: [.aws("2.7")])

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.isRoot, event.outcome == .done else { return nil }
    return AccessMatch(subject: "", thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    ("did \(group.named) \(group.times)", .high)
  }
}
