import JobsCore
import JobsCron

/// A schedule of the project's defaults that cannot be read or never fires.
package enum DefaultSchedule: ProjectRule {
  package static let info = RuleInfo(
    "PR103", "default-schedule", .project, .error,
    summary: "a schedule of the project's defaults that cannot be read or never fires",
    page: """
      A schedule under 'defaults' is that of every job without one of its own, so it is judged here and not once a job.
      'jobs-validate explain SC101' says how schedules are written.
      """,
    bad: .init(.project, ProjectExample.project("defaults: {schedule: \"0 ⟦25⟧ * * *\"}")),
    good: .init(.project, ProjectExample.project("defaults: {schedule: \"H 3 * * *\"}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    guard let defaults = findings.tree.value(findings.root, "defaults") else { return }
    var job = Job(name: "defaults")
    var sites = JobSites()
    JobsFormat.decodeSpec(findings.tree, defaults, &job, &sites)
    for (schedule, site) in zip(job.schedules, sites.schedules) where !Variables.isOpen(schedule.cron) {
      switch ScheduleReading.expression(schedule, seed: 0) {
      case .failure(let error):
        findings.report(info, Terminal.visible(error.message), at: site.cron, part: error.range, hint: error.hint)
      case .success(let expression):
        guard let never = expression.never(after: options.now, in: .utc) else { continue }
        findings.report(
          info, "'\(expression.text)' never fires: \(never.message)", at: site.cron, hint: "name a day to come")
      }
    }
  }
}
