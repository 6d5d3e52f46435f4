import JobsCore
import JobsCron

/// A schedule that fires more often than its timeout allows one run to end.
package enum OverlappingRuns: ScheduleRule {
  package static let info = RuleInfo(
    "SC108", "overlapping-runs", .schedules, .warning, summary: "a schedule too frequent for its own timeout",
    page: """
      A run may go on when the next one is due. With 'concurrency' left out both run at once, which is seldom meant:
      they work on the same data, and pile up when something hangs. Lower the timeout, fire less often, or say what you
      mean: 'forbid' passes over the later run, 'replace' ends the earlier one, 'allow' accepts both. Where 'forbid' or
      'replace' stands the finding is an info, since due runs may then be lost.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"⟦*/5 * * * *⟧\"\n  timeout: 10m\n")),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"*/5 * * * *\"\n  timeout: 5m\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard let timeout = job.job.limits.timeoutSeconds, case .success(let expression) = schedule.expression else {
      return
    }
    // One fire a day at most leaves a day between two.
    if timeout <= 86400, expression.firesPerDay <= 1 { return }
    guard let interval = expression.minimumInterval, interval < timeout else { return }
    let consequence: String
    var severity = Diagnostic.Severity.warning
    switch job.job.limits.concurrency {
    case nil: consequence = "runs may overlap"
    case .forbid?:
      consequence = "runs that are due meanwhile are passed over"
      severity = .info
    case .replace?:
      consequence = "runs may be ended by the next one"
      severity = .info
    case .allow?, .queue?: return
    }
    findings.report(
      info, "fires every \(Length.text(interval)) but a run may take \(Length.text(timeout)): \(consequence)",
      at: site.cron,
      part: schedule.textRange(of: expression), severity: severity,
      hint: severity == .info || job.format != .jobs
        ? "lower the timeout, or fire less often"
        : "lower the timeout, fire less often, or write 'concurrency: forbid' ('allow' where overlaps are fine)")
  }
}
