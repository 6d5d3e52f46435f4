import JobsCore
import JobsCron

/// Six fields that can be read in two ways.
package enum AmbiguousDialect: ScheduleRule {
  package static let info = RuleInfo(
    "SC102", "ambiguous-dialect", .schedules, .error, summary: "six fields that can be read in two ways",
    page: """
      Six fields are read by some engines with the second first and days of the week from 0 (Sunday), by Quartz with days
      of the week from 1 (Sunday). Where both readings are possible the job would run on another day than was meant, so
      'dialect' has to say which one it is. Both readings stand in the message.
      """,
    source: "quartz-scheduler.org, CronTrigger, 2.3; crontab(5), Debian 12",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"⟦0 0 3 * * 1⟧\"\n")),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule:\n    - {cron: \"0 0 3 * * 1\", dialect: seconds}\n")
    ))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .failure(let error) = schedule.expression, error.code == .ambiguous else { return }
    findings.report(info, Terminal.visible(error.message), at: site.cron, part: error.range, hint: error.hint)
  }
}
