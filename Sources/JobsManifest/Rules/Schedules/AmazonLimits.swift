import JobsCore
import JobsCron

/// A schedule that EventBridge cannot keep.
package enum AmazonLimits: ScheduleRule {
  package static let info = RuleInfo(
    "SC114", "eventbridge", .schedules, .error, summary: "a schedule that EventBridge cannot keep",
    page: """
      Jobs on aws.lambda, aws.ecs and aws.batch are started by EventBridge Scheduler: cron(…) of six fields with a '?' in
      one day field, rate(…) in minutes, hours or days, at(…). Other dialects are converted on the way where that is
      possible: no seconds, no '@reboot', not both day fields at once. An expression has at most 256 characters, and
      it goes by the minute; every zone of the database keeps the limit of 50.
      """,
    source:
      "AWS::Scheduler::Schedule (cfn-lint 1.58); docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html, 2026-11",
    bad: .init(
      .jobs, ExampleText.job("  target: aws.ecs\n  image: acme.example/report:1.4.2\n  schedule: \"⟦0 3 13 * 5⟧\"\n")),
    good: .init(
      .jobs, ExampleText.job("  target: aws.ecs\n  image: acme.example/report:1.4.2\n  schedule: \"0 3 * * 5\"\n")))

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard CloudScheduler(job.job.target.kind) == .amazon, case .success(let expression) = schedule.expression else {
      return
    }
    let part = schedule.textRange(of: expression)
    let converted = expression.asEventBridge
    if let reason = converted.reason {
      findings.report(
        info, "EventBridge cannot say this schedule: \(reason)", at: site.cron, part: part,
        hint: expression.form == .reboot
          ? "write when it fires" : "split it into several schedules, or let the command decide")
    } else if let text = converted.text, text.utf8.count > 256 {
      findings.report(
        info, "the expression has \(text.utf8.count) characters for EventBridge, which takes 256", at: site.cron,
        part: part,
        hint: "split it into several schedules")
    }
  }
}
