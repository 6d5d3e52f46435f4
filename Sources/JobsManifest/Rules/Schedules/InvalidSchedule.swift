import JobsCore
import JobsCron

/// A schedule that cannot be read.
package enum InvalidSchedule: ScheduleRule {
  package static let info = RuleInfo(
    "SC101", "invalid-schedule", .schedules, .error, summary: "a schedule that cannot be read",
    page: """
      Five fields are minute, hour, day of month, month and day of week, as in crontab(5); six begin with the second; six
      or seven with '?' are Quartz's; cron(…), rate(…) and at(…) are EventBridge's; @daily and its kin are known. 'H' in
      a field stands for a number that follows from the job's id. The mark shows the part that cannot be read.
      """,
    source:
      "crontab(5), Debian 12; quartz-scheduler.org, CronTrigger, 2.3; docs.aws.amazon.com/scheduler, schedule types, 2026-11",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 ⟦25⟧ * * *\"\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 23 * * *\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .failure(let error) = schedule.expression, error.code != .ambiguous, error.code != .english else {
      return
    }
    report(error, at: site.cron, &findings)
  }

  static func report(_ error: CronError, at id: Tree.ID, _ findings: inout Findings) {
    findings.report(info, Terminal.visible(error.message), at: id, part: error.range, hint: error.hint)
  }
}
