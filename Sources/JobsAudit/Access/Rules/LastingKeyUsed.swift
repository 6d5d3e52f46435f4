/// LG106.
enum LastingKeyUsed: AccessRule {
  static let rule = AuditRule(
    "LG106", "lasting-key-used", .low, "Somebody came in by a key that does not end by itself.",
    page: """
      A key that is used from many places has been copied. Let what uses it assume a role, or be given an identity.
      """,
    source:
      "IAM User Guide, \"Manage access keys\"; IAM, \"Best practices for managing service account keys\" (2026-11-22)",
    mending: .commands(except: "keys have one where the log names them and whose they are"))

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

  static func remedies(_ group: AccessGroup) -> [Finding.Remedy] {
    if let arn = ARN(group.principal), AWSIdentity.Kind(arn) == .user {
      return [AccessKeyRemedy.disabling(group.subject, of: arn.name)]
    }
    // //iam.googleapis.com/projects/PROJECT/serviceAccounts/ACCOUNT/keys/ID
    let parts = group.subject.split(separator: "/").map(String.init)
    guard let at = parts.lastIndex(of: "keys"), at > 0, at + 1 < parts.count else { return [] }
    return [GoogleRemedy.disabling(key: parts[at + 1], of: parts[at - 1])]
  }
}
