/// LG109.
enum LoggingSwitchedOff: AccessRule {
  static let rule = AuditRule(
    "LG109", "logging-switched-off", .high, "Somebody took a log away, or changed what it holds.",
    page: """
      What was done since then may stand nowhere. Switch it on again, and look at what whoever did that did before.
      """,
    source: "MITRE ATT&CK, T1562.008 Disable or Modify Cloud Logs (2026-11-22)",
    mending: .commands(
      except:
        "a trail that was stopped is started again; what was deleted or changed is not known well enough to be made as it was"
    ))

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

  static func remedies(_ group: AccessGroup) -> [Finding.Remedy] {
    // Of a name alone nobody knows the region.
    guard group.things == ["cloudtrail:StopLogging"], let arn = ARN(group.subject) else { return [] }
    let words = "--name \(ShellWord.quoted(arn.text)) --region \(ShellWord.quoted(String(arn.region)))"
    return [Finding.Remedy(do: "aws cloudtrail start-logging \(words)", undo: "aws cloudtrail stop-logging \(words)")]
  }
}
