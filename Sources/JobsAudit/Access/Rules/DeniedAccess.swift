/// LG101.
enum DeniedAccess: AccessRule {
  static let rule = AuditRule(
    "LG101", "denied-access", .low, "Somebody was denied what they tried.",
    page: """
      Mostly a role lacks something, or a program asks for more than it needs. Where one identity tries many different things,
      somebody is finding out what it may do.
      """,
    source: "CloudTrail User Guide, \"CloudTrail record contents\" (2026-11-22)",
    mending: .log)

  /// Different actions from which on it looks like trying doors.
  private static let probing = 5

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.outcome == .denied else { return nil }
    return AccessMatch(subject: "", thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    let isProbing = group.things.count >= probing
    return (
      "was denied \(group.named) \(group.times)" + (isProbing ? ": it tries one thing after another" : ""),
      isProbing ? .medium : .low
    )
  }
}
