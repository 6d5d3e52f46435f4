import JobsCore

/// An enabled job file without a schedule.
package enum MissingSchedule: JobRule {
  package static let info = RuleInfo(
    "JF102", "missing-schedule", .jobfile, .warning, summary: "an enabled job file without a schedule",
    page: """
      The scheduler registers the job and never runs it. Add a schedule, or say by 'enabled: false' that it is only
      run by hand.
      """,
    bad: .init(.jobfile, "{\"name\": ⟦\"report\"⟧, \"command\": \"/bin/report\", \"enabled\": true}\n"),
    good: .init(.jobfile, "{\"name\": \"report\", \"command\": \"/bin/report\", \"enabled\": false}\n"))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobfile, job.job.enabled, job.job.schedules.isEmpty,
      job.tree.value(job.root, "schedule") == nil
    else { return }
    findings.report(
      info, "the job is enabled and has no schedule, so it never runs by itself", at: job.jobSite,
      hint: "add 'schedule', or 'enabled: false' for a job that is run by hand")
  }
}
