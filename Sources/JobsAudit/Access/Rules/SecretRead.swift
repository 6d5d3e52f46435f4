/// LG105.
enum SecretRead: AccessRule {
  static let rule = AuditRule(
    "LG105", "secret-read", .info, "Somebody read a secret.",
    page: """
      For the record: who read which secret, how often and from where. What does not run as the job that needs the secret should
      not stand here.
      """,
    source: "Secrets Manager and Secret Manager, audit logging (2026-11-22)",
    mending: .log)

  private static let actions: Set<String> = [
    "secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "ssm:GetParameter", "ssm:GetParameters",
    "ssm:GetParametersByPath", "google.cloud.secretmanager.v1.SecretManagerService.AccessSecretVersion",
  ]

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.outcome == .done, actions.contains(event.action) else { return nil }
    return AccessMatch(subject: event.resource, thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    ("read \(group.subject.isEmpty ? "secrets" : "'\(group.subject)'") \(group.times)", .info)
  }
}
