import JobsCore

/// More retries than Cloud Run makes.
package enum CloudRunRetries: JobRule {
  package static let info = RuleInfo(
    "CR216", "cloud-run-retries", .cloudrun, .error, fix: .unsafe, summary: "more than 10 retries on Cloud Run",
    page: """
      Cloud Run tries a task again 10 times at most. In a Cloud Run manifest the range of 'maxRetries' is part of its
      structure (ST107); this rule is for our own format, whose other targets allow more.
      """,
    source: "docs.cloud.google.com/run/docs/configuring/max-retries, 2026-11-21",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  retry: {attempts: ⟦12⟧}\n")),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n  retry: {attempts: 10}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs, job.isCloudRun, let attempts = job.job.limits.retry?.attempts, attempts > 10 else {
      return
    }
    let fix = job.sites.retries.flatMap {
      job.tree.kind($0) == .int ? findings.replacing($0, with: "10", safe: false) : nil
    }
    findings.report(
      info, "Cloud Run makes 10 retries at most, and \(attempts) are asked for", at: job.sites.retries ?? job.jobSite,
      hint: "set attempts to 10", fix: fix)
  }
}
