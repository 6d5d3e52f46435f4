import JobsCore
import JobsCron

/// A field that is accepted and seldom means what it says.
package enum DoubtfulField: ScheduleRule {
  package static let info = RuleInfo(
    "SC112", "doubtful-field", .schedules, .warning, summary: "a field that is accepted and seldom means what it says",
    page: """
      '*/60' leaves one value, so it fires once an hour, not every hour and a minute. '5/15' is Quartz's way to begin at
      5; crontab(5) does not know it, so another cron may refuse the line (an info). Marks that a dialect's own documents
      do not have may be refused by its engine. Write the list or the range that is meant.
      """,
    source: "crontab(5), Debian 12; quartz-scheduler.org, CronTrigger, 2.3",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"⟦*/60⟧ * * * *\"\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 * * * *\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .success(let expression) = schedule.expression, !expression.remarks.isEmpty else { return }
    for remark in expression.remarks {
      let severity: Diagnostic.Severity
      let hint: String
      switch remark.code {
      case .ambiguousDays: continue
      case .largeStep: (severity, hint) = (.warning, "write the one value that remains")
      case .undocumented: (severity, hint) = (.warning, "write it as the dialect's own documents do")
      case .openStep: (severity, hint) = (.info, "write the range in full, as in '5-59/15'")
      case .missingQuestionMark: (severity, hint) = (.info, "write '?' in the day field that does not matter")
      }
      findings.report(info, remark.message, at: site.cron, part: remark.range, severity: severity, hint: hint)
    }
  }
}
