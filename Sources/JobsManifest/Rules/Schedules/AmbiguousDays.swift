import JobsCore
import JobsCron

/// Day of month and day of week that are both restricted.
package enum AmbiguousDays: ScheduleRule {
  package static let info = RuleInfo(
    "SC111", "ambiguous-days", .schedules, .warning, summary: "day of month and day of week that are both restricted",
    page: """
      Where both day fields are restricted, one of them is enough: '0 0 13 * 5' fires on every 13th and on every Friday,
      not on Friday the 13th. But if one begins with '*', as in '*/6', Debian's cron wants both, while other engines
      (Kubernetes, croniter, Cloud Scheduler) still take either. The finding is a warning where engines disagree or one
      field has no effect, and an info where all agree. Restrict one field only, and test the other in the command.
      """,
    source: "crontab(5), Debian 12; cron 3.0pl1, entry.c; robfig/cron 3.0.1",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 0 ⟦1 4 */6⟧\"\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 0 1 4 *\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .success(let expression) = schedule.expression, let rule = expression.ambiguousDays else { return }
    let cloud = CloudScheduler(job.job.target.kind)
    // What a cloud's scheduler would do otherwise, or could not do at all, its own rule says.
    if cloud == .amazon || cloud == .google && rule.joined == .both { return }
    findings.report(
      info, rule.message, at: site.cron,
      part: expression.remarks.first { $0.code == .ambiguousDays }?.range ?? schedule.textRange(of: expression),
      severity: rule.joined == .either ? .info : .warning,
      hint: rule.joined == .withoutEffect
        ? "write '*' for the field that lists every value" : "restrict one of the two fields only")
  }
}
