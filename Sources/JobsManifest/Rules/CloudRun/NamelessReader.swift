import JobsCore

/// A job that reads secrets as an account that nobody names.
package enum NamelessReader: JobRule {
  package static let info = RuleInfo(
    "CR283", "nameless-reader", .cloudrun, .info,
    summary: "a job that reads secrets as the project's default service account, to which nothing is granted",
    page: """
      Without an identity a task runs as the project's default service account. Its name has the project's number in it,
      which no manifest knows, and every job that names no account shares it: so 'jobs-deploy' grants it nothing. Unless
      somebody else gave it the secret, the job cannot start. With an 'identity' the account is made and may read just these
      secrets. What starts the job needs no identity: its schedules and messages have an account of their own,
      'jobs-invoker', which may start it and nothing else.
      """,
    source: "docs.cloud.google.com/run/docs/configuring/jobs/service-identity and …/secrets, 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  secrets: {TOKEN: ⟦\"api-token:3\"⟧}\n")
    ),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1\n  identity: report@acme-prod.iam.gserviceaccount.com\n  secrets: {TOKEN: \"api-token:3\"}\n"
      )))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    // A manifest in Cloud Run's own format may be meant for other tools, which leave the grants to their user.
    guard job.isCloudRun, job.format == .jobs, job.job.identity == nil, !job.mayBeCompleted,
      let first = SecretReference.all(of: job).first
    else { return }
    findings.report(
      info, "it reads secrets as the default service account, to which nothing is granted", at: first.site,
      hint: "name an account of the job's own under 'identity'; it is made and granted them"
    )
  }
}
