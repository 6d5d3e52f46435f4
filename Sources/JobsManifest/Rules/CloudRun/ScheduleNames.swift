import JobsCore

/// Names of schedules that cannot be those of the job's schedules.
package enum ScheduleNames: JobRule {
  package static let info = RuleInfo(
    "CR286", "schedule-names", .cloudrun, .error,
    summary: "an annotation 'jobs/schedules' that does not name each schedule of the job once",
    page: """
      No schedule of Cloud Scheduler can be renamed, so a job that was taken over keeps the names of its schedules in
      'jobs/schedules': one for each schedule of the manifest, in their order, with commas between them. A name has 1 to 500
      letters, digits, '-' and '_'. Without the annotation the schedules are called as the job is.
      """,
    source: "cloudscheduler.v1.json, revision 20261106, Job.name",
    bad: .init(.jobs, text("⟦report,monthly⟧")), good: .init(.jobs, text("report-nightly")))

  private static func text(_ names: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata:
      name: report
      annotations:
        jobs/schedules: \(names)
    spec:
      target: gcp.run
      image: europe-docker.pkg.dev/acme/jobs/report:1
      schedule: "30 2 * * *"

    """
  }

  /// The annotation in manifests.
  package static let key = "jobs/schedules"

  /// The names that an annotation states; nil where they are no names of so many schedules.
  package static func names(_ text: String, of schedules: Int) -> [String]? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let areNames = names.allSatisfy { name in
      1...500 ~= name.utf8.count
        && name.utf8.allSatisfy { 48...57 ~= $0 || 97...122 ~= $0 | 32 || $0 == 45 || $0 == 95 }
    }
    return areNames && names.count == schedules && Set(names).count == schedules ? names : nil
  }

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, !job.mayBeCompleted, !job.job.schedules.isEmpty, let annotations = job.sites.annotations,
      let site = job.tree.value(annotations, key: key), let text = job.text(site),
      names(text, of: job.job.schedules.count) == nil
    else { return }
    findings.report(
      info, "'\(Terminal.visible(text))' is no list of names, one for each of the job's schedules", at: site,
      hint: "write names of letters, digits, '-' and '_' with commas between them, or leave it out")
  }
}
