/// LG110.
enum BorrowedIdentity: AccessRule {
  static let rule = AuditRule(
    "LG110", "borrowed-identity", .low,
    "Somebody of another account became a role, or somebody became a service account.",
    page: """
      Each stands for a trust that was given. See that it is still wanted, and by whom.
      """,
    source: "MITRE ATT&CK, T1550.001 Application Access Token (2026-11-22)",
    mending: .log)

  private static let tokens: Set<String> = ["GenerateAccessToken", "GenerateIdToken", "SignBlob", "SignJwt"]

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.outcome == .done, !event.isOfService else { return nil }
    let isForeign = event.action == "sts:AssumeRole" && event.foreignAccount != nil
    let isToken = tokens.contains(event.action.split(separator: ".").last.map(String.init) ?? "")
    return isForeign || isToken ? AccessMatch(subject: event.resource, thing: event.action) : nil
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    ("became '\(group.subject)' \(group.times)", .low)
  }
}
