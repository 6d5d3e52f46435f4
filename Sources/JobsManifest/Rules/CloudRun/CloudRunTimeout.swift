import JobsCore

/// A timeout beyond what Cloud Run gives a task.
package enum CloudRunTimeout: JobRule {
  package static let info = RuleInfo(
    "CR215", "cloud-run-timeout", .cloudrun, .error,
    summary: "a timeout beyond 168 hours, or none at all, on Cloud Run",
    page: """
      A task on Cloud Run may take 168 hours (7d) an attempt, and at least a second. In a Cloud Run manifest the range
      of 'timeoutSeconds' is part of its structure (ST107); this rule is for our own format, whose other targets have
      no such limit.
      """,
    source: FactSource.runTimeout,
    bad: .init(
      .jobs,
      ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  timeout: ⟦8d⟧\n")),
    good: .init(
      .jobs,
      ExampleText.job("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  timeout: 7d\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, job.isCloudRun, let seconds = job.job.limits.timeoutSeconds,
      !(1...604_800).contains(seconds)
    else { return }
    findings.report(
      info,
      seconds == 0
        ? "a task on Cloud Run cannot have a timeout of 0"
        : "a task on Cloud Run may take 7d, and \(Quantity.words(seconds: seconds)) is given",
      at: job.sites.timeout ?? job.jobSite,
      hint: seconds == 0 ? "leave the timeout out for 1h" : "set the timeout to 7d or less")
  }
}
