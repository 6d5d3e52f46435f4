import JobsCore
import JobsCron

/// A schedule that Cloud Scheduler cannot keep.
package enum GoogleLimits: ScheduleRule {
  package static let info = RuleInfo(
    "SC113", "cloud-scheduler", .schedules, .error, summary: "a schedule that Cloud Scheduler cannot keep",
    page: """
      Jobs on gcp.run are started by Cloud Scheduler, which knows five fields of unix-cron: no seconds, no years, no 'L',
      'W' or '#', no '@reboot', no rates. What can be said in five fields is converted on the way ('H', macros, Quartz's
      '0 30 2 * * ?'); what cannot is an error. Where both day fields are restricted it takes either, so a '*/6' that
      Debian's cron would join with AND fires more often there: a warning.
      """,
    source:
      "docs.cloud.google.com/scheduler/docs/configuring/cron-job-schedules, 2026-11; cloudscheduler.v1.json, revision 20261106",
    bad: .init(
      .cloudrun, ExampleText.cloudRun(metadata: "  annotations:\n    jobs/schedule: \"⟦0 0 3 L * ?⟧\"\n")),
    good: .init(
      .cloudrun, ExampleText.cloudRun(metadata: "  annotations:\n    jobs/schedule: \"0 0 3 1 * ?\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard job.job.target.kind == .cloudRun, case .success(let expression) = schedule.expression else { return }
    let part = schedule.textRange(of: expression)
    if expression.form == .reboot {
      findings.report(
        info, "Cloud Scheduler has no '@reboot'", at: site.cron, part: part, hint: "write when it fires in five fields")
    } else if expression.dialect != .unix, let reason = expression.asUnix.reason {
      findings.report(
        info, "Cloud Scheduler takes five fields, and they cannot say this: \(reason)", at: site.cron, part: part,
        hint: expression.form == .rate
          ? "write a step, as in '*/5 * * * *'" : "write five fields that fire often enough, and let the command decide"
      )
    } else if let rule = expression.ambiguousDays, rule.joined == .both, let other = rule.otherReading {
      findings.report(
        info, "Cloud Scheduler takes either day: it fires \(other), not \(rule.reading)", at: site.cron,
        part: expression.remarks.first { $0.code == .ambiguousDays }?.range ?? part, severity: .warning,
        hint: "restrict one of the two fields only")
    }
  }
}
