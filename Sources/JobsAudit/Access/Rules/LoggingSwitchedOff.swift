/// LG109.
enum LoggingSwitchedOff: AccessRule {
  static let rule = AuditRule(
    "LG109", "logging-switched-off", .high, "Somebody took a log away, or changed what it holds.",
    page: """
      What was done since then may stand nowhere. Switch it on again, and look at what whoever did that did before.
      """,
    source: "MITRE ATT&CK, T1562.008 Disable or Modify Cloud Logs (2026-11-22)")

  private static let actions: Set<String> = [
    "cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail", "cloudtrail:PutEventSelectors",
    "cloudtrail:DeleteEventDataStore", "ec2:DeleteFlowLogs", "logs:DeleteLogGroup", "config:StopConfigurationRecorder",
    "guardduty:DeleteDetector", "google.logging.v2.ConfigServiceV2.DeleteSink",
    "google.logging.v2.ConfigServiceV2.UpdateSink", "google.logging.v2.ConfigServiceV2.CreateExclusion",
    "google.logging.v2.ConfigServiceV2.DeleteBucket", "google.logging.v2.LoggingServiceV2.DeleteLog",
  ]

  static func match(_ event: AccessEvent) -> AccessMatch? {
    guard event.outcome == .done, actions.contains(event.action) else { return nil }
    return AccessMatch(subject: event.resource, thing: event.action)
  }

  static func judge(_ group: AccessGroup) -> (words: String, severity: FindingSeverity)? {
    let on = group.subject.isEmpty ? "" : " on '\(group.subject)'"
    return ("did \(group.named)\(on) \(group.times)", .high)
  }
}
