import JobsAudit
import JobsReport

extension AuditRule {
  /// The rule as reports list it.
  var reportRule: ReportRule {
    ReportRule(
      code: code, name: name, summary: summary, page: "\(summary)\n\n\(page)\n\n\(mending.words)\n\nSource: \(source)",
      severity: severity.diagnosticSeverity, score: severity.score,
      tags: ["security"] + controls.map { "\($0.benchmark)-\($0.version)-\($0.id)" })
  }
}
