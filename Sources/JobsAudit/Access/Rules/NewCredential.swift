/// LG107.
enum NewCredential: AccessRule {
  static let rule = AuditRule(
    "LG107", "new-credential", .medium, "Somebody made a key or a password that does not end by itself.",
    page: """
      It stays when whoever made it is gone. See that it was asked for, and by whom it is kept.
      """,
    source: "MITRE ATT&CK, T1098.001 Additional Cloud Credentials (2026-11-22)",
    mending: .log)

  private static let actions: Set<String> = [
    "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:CreateServiceSpecificCredential",
    "iam:UploadSSHPublicKey", "google.iam.admin.v1.CreateServiceAccountKey",
    "google.iam.admin.v1.UploadServiceAccountKey",
  ]

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.outcome == .done, actions.contains(event.action) else { return nil }
    return AccessMatch(subject: event.resource, thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    let whose = group.subject.isEmpty ? "" : " for '\(group.subject)'"
    return ("did \(group.named)\(whose) \(group.times)", .medium)
  }
}
