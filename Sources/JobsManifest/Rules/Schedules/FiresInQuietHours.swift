import JobsCore
import JobsCron

/// A schedule that fires in the quiet hours of its environment.
package enum FiresInQuietHours: ScheduleRule {
  package static let info = RuleInfo(
    "SC115", "quiet-hours", .schedules, .warning,
    summary: "a schedule that fires in the quiet hours of its environment",
    page: """
      'quietHours' of an environment say when nothing is to start there, so that it can be shut down at night. A job
      that fires then finds nothing running, or wakes up what should sleep. Move it, or give it no schedule in that
      environment: 'environments: {dev: {schedule: null}}'.
      """,
    bad: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"⟦0 3 * * *⟧\"\n"), project: project),
    good: .init(
      .jobs, ExampleText.job("  command: [/bin/report]\n  schedule: \"0 12 * * *\"\n"), project: project))

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev:
        quietHours: {from: "20:00", to: "07:00"}
    """

  static func check(
    _ schedule: ReadSchedule, at site: JobSites.ScheduleSite, _ job: JobContext, _ findings: inout Findings
  ) {
    guard let environment = job.view.environment, let hours = environment.quietHours, job.job.enabled, !job.job.paused,
      // A job that names its own knows what it does.
      job.job.limits.host.quietHours == nil,
      case .success(let expression) = schedule.expression, let zone = job.knownZone(schedule)
    else { return }
    guard let quiet = QuietCalendar(hours, job.zones),
      let fire = quiet.firstFire(of: schedule.schedule.dst, expression, in: zone, from: job.now)
    else { return }
    let wall = quiet.zone.wall(at: fire)
    findings.report(
      info, "fires in the quiet hours of '\(environment.name)': on \(wall.date) at \(wall.time) \(quiet.zone.name)",
      at: site.cron, part: schedule.textRange(of: expression),
      hint: job.format == .jobs
        ? "move it, or write 'environments: {\(environment.name): {schedule: null}}' in its spec"
        : "move it out of \(quiet.words)")
  }
}
