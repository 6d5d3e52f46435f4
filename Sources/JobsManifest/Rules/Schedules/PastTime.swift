import JobsCore
import JobsCron

/// A single time that is over.
package enum PastTime: ScheduleRule {
  package static let info = RuleInfo(
    "SC105", "past-time", .schedules, .warning, summary: "a single time 'at(…)' that is over",
    page: """
      'at(…)' fires once. When its time is over the job is a leftover that never runs again by itself. Remove the
      schedule, or the whole job.
      """,
    source: "docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html, 2026-11",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: ⟦at(2025-01-31T08:00:00)⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: at(2199-01-31T08:00:00)\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .success(let expression) = schedule.expression, expression.form == .at else { return }
    guard expression.never(after: job.now, in: job.knownZone(schedule) ?? .utc) != nil else { return }
    findings.report(
      info, "the time of '\(expression.text)' is over, so the job does not run again by itself", at: site.cron,
      hint: "remove the schedule, or give a time to come")
  }
}
