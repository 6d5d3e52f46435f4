/// LG106.
enum LastingKeyUsed: AccessRule {
  static let rule = AuditRule(
    "LG106", "lasting-key-used", .low, "Somebody came in by a key that does not end by itself.",
    page: """
      A key that is used from many places has been copied. Let what uses it assume a role, or be given an identity.
      """,
    source:
      "IAM User Guide, \"Manage access keys\"; IAM, \"Best practices for managing service account keys\" (2026-11-22)")

  /// Addresses from which on a key looks copied.
  private static let places = 3

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard let key = event.key, !event.isOfService else { return nil }
    return AccessMatch(subject: key, thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    let isSpread = group.sources.count >= places
    return (
      "used the key '\(group.subject)' \(group.times)" + (isSpread ? ": it has been copied" : ""),
      isSpread ? .medium : .low
    )
  }
}
