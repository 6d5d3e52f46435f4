import JobsCore

/// The default service account in production.
package enum DefaultServiceAccount: JobRule {
  package static let info = RuleInfo(
    "CR281", "default-service-account", .cloudrun, .info,
    summary: "the project's default service account in production",
    page: """
      Without an identity a task runs as the default compute service account, which in many projects may edit
      everything and is shared by all that names no other. Give each job in production an account of its own with the
      roles it needs.
      """,
    source: "cloud.google.com/run/docs/configuring/jobs/service-identity, 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0a", count: 32))\n  identity: ⟦123456789012-compute@developer.gserviceaccount.com⟧\n"
      ),
      project: ExampleText.production),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0a", count: 32))\n  identity: report@acme-prod.iam.gserviceaccount.com\n"
      ),
      project: ExampleText.production))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, job.isProduction else { return }
    if let id = job.sites.identity {
      guard let text = job.text(id), text.hasSuffix("-compute@developer.gserviceaccount.com") else { return }
      findings.report(
        info, "the default compute service account runs a job in production", at: id,
        hint: "make an account for the job, with the roles that it needs")
    } else if job.job.identity == nil {
      findings.report(
        info, "no service account is named, so the default compute service account runs a job in production",
        at: job.jobSite,
        hint: "name an account of the job's own under '\(job.format == .jobs ? "identity" : "serviceAccountName")'")
    }
  }
}
