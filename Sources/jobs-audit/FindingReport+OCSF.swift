import JobsAudit
import JobsCore

extension FindingReport {
  /// The version of the schema (OCSF, "Detection Finding", class 2004, read 2026-11-22).
  private static let schema = "1.5.0"

  /// Detection findings of the Open Cybersecurity Schema Framework, one a line.
  ///
  /// - Parameter time: when they were found.
  func ocsf(at time: Instant) -> [UInt8] {
    var json = JSONWriter()
    for finding in findings {
      json.object { write(finding, at: time, to: &$0) }
      json.newline()
    }
    for (finding, suppression) in accepted {
      json.object { write(finding, acceptedBy: suppression, at: time, to: &$0) }
      json.newline()
    }
    return json.bytes
  }

  private func write(
    _ finding: Finding, acceptedBy suppression: Suppression? = nil, at time: Instant, to json: inout JSONWriter
  ) {
    json.member("activity_id", 1)
    json.member("activity_name", "Create")
    json.member("category_uid", 2)
    json.member("category_name", "Findings")
    json.member("class_uid", 2004)
    json.member("class_name", "Detection Finding")
    json.member("type_uid", 200_401)
    json.member("type_name", "Detection Finding: Create")
    json.member("time", time.milliseconds)
    json.member("severity_id", Self.number(finding.severity))
    json.member("severity", Self.word(finding.severity))
    json.member("status_id", suppression == nil ? 1 : 3)
    json.member("status", suppression == nil ? "New" : "Suppressed")
    json.optional("comment", suppression.map { "accepted \($0.words)" })
    json.member("message", finding.message)
    json.member("confidence_id", finding.verdict == .proven ? 3 : 2)
    json.member("confidence", finding.verdict == .proven ? "High" : "Medium")
    json.object("metadata") {
      $0.member("version", Self.schema)
      $0.member("event_code", finding.rule.code)
      $0.object("product") {
        $0.member("name", "jobs-audit")
        $0.member("vendor_name", "jobs")
        $0.member("version", version)
      }
    }
    json.object("finding_info") {
      $0.member("uid", finding.fingerprint)
      $0.member("title", finding.rule.summary)
      $0.member("desc", finding.message)
      $0.member("types", [finding.rule.name])
      $0.object("analytic") {
        $0.member("uid", finding.rule.code)
        $0.member("name", finding.rule.name)
        $0.member("type_id", 1)
        $0.member("type", "Rule")
      }
    }
    json.array("resources") {
      $0.object {
        $0.member("uid", finding.resource)
        $0.member("name", finding.job ?? finding.resource)
      }
    }
    if let hint = finding.hint { json.object("remediation") { $0.member("desc", hint) } }
    json.object("unmapped") { unmapped(finding, &$0) }
  }

  /// What the schema has no word for.
  private func unmapped(_ finding: Finding, _ json: inout JSONWriter) {
    json.optional("principal", finding.principal)
    json.member("place", finding.location.short)
    json.member("path", finding.path.map(\.words))
    json.member("missing", finding.missing)
    json.member("evidence", finding.evidence)
    json.member("controls", finding.controls.map(\.words))
  }

  private static func number(_ severity: FindingSeverity) -> Int {
    switch severity {
    case .info: 1
    case .low: 2
    case .medium: 3
    case .high: 4
    case .critical: 5
    }
  }

  private static func word(_ severity: FindingSeverity) -> String {
    severity == .info ? "Informational" : severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst()
  }
}
