import JobsCore
import JobsCron

/// A schedule that never fires.
package enum NeverFires: ScheduleRule {
  package static let info = RuleInfo(
    "SC104", "never-fires", .schedules, .error, summary: "a schedule that never fires",
    page: """
      Every engine accepts 30 February and waits for it for ever; some loop over it without end. The same goes for a
      year that is over. The proof is by the calendar, not by trying some years. A job that is not to run by itself has
      no schedule, or 'enabled: false'.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"⟦0 3 30 2 *⟧\"\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 3 29 2 *\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard case .success(let expression) = schedule.expression, expression.form != .at else { return }
    guard let never = expression.never(after: job.now, in: job.knownZone(schedule) ?? .utc) else { return }
    let hint =
      switch never {
      case .noSuchDay: "name a day that exists; the last day of a month is 'L' in the dialect quartz"
      case .over: "name a year to come, or '*'"
      }
    let text = expression.text
    findings.report(
      info, "'\(text)' never fires: \(never.message)", at: site.cron, part: schedule.textRange(of: expression),
      hint: hint)
  }
}

extension ReadSchedule {
  /// The bytes of the scalar that are the expression, without blanks around it.
  func textRange(of expression: CronExpression) -> Range<Int> {
    let blanks = schedule.cron.utf8.prefix { $0 == 32 || ($0 >= 9 && $0 <= 13) }.count
    return blanks..<blanks + expression.text.utf8.count
  }
}
