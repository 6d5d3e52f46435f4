import JobsCore
import JobsCron

/// A schedule in Google's English-like text.
package enum EnglishText: ScheduleRule {
  package static let info = RuleInfo(
    "SC103", "english-schedule", .schedules, .error, summary: "a schedule in Google's English-like text",
    page: """
      App Engine's text such as 'every 24 hours' or 'every monday 09:00' is understood by Cloud Scheduler alone. Its
      grammar is not published in full, so this suite cannot say when it fires: no next times, no costs, no checks. On
      gcp.run that is a warning; everywhere else nothing could start the job. Five fields say the same: 'every monday
      09:00' is '0 9 * * 1'.
      """,
    source: "docs.cloud.google.com/scheduler/docs/configuring/cron-job-schedules, 2026-11",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: ⟦every monday 09:00⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 9 * * 1\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .failure(let error) = schedule.expression, error.code == .english else { return }
    let text = Terminal.visible(schedule.schedule.cron)
    let isGoogle = job.job.target.kind == .cloudRun
    findings.report(
      info,
      isGoogle
        ? "'\(text)' is read by Cloud Scheduler alone, so its times cannot be checked"
        : "'\(text)' is Google's English-like text, which only Cloud Scheduler reads",
      at: site.cron, part: error.range, severity: isGoogle ? .warning : .error,
      hint: "write five fields, as in '0 9 * * 1' for Mondays at 09:00")
  }
}
