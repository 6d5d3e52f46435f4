import JobsCore

/// A job that what is made for it cannot bear the name of.
package enum UnmarkableJob: JobRule {
  package static let info = RuleInfo(
    "CR287", "unmarkable-job", .cloudrun, .error,
    summary: "a Cloud Run job with alerts or events whose tenant or environment cannot be a label",
    page: """
      The alert policies, triggers and workflows that are made for a job bear its tenant, environment and name as labels, by
      which they are found again. A label has 1 to 63 small letters, digits, '-' and '_'. A job without alerts and events is
      marked by annotations, which take any name.
      """,
    source: "monitoring.v3.json, AlertPolicy.userLabels; eventarc.v1.json, revision 20261002, Trigger.labels",
    bad: .init(.jobs, text("⟦Acme.Corp⟧")), good: .init(.jobs, text("acme-corp")))

  private static func text(_ tenant: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Job
    metadata: {name: report, tenant: \(tenant)}
    spec:
      target: gcp.run
      image: europe-docker.pkg.dev/acme/jobs/report:1
      events: [{pubsub: orders}]

    """
  }

  /// Whether a text can be the value of a label.
  package static func isLabel(_ text: some StringProtocol) -> Bool {
    1...63 ~= text.utf8.count
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
  }

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, !(job.job.alerts.isEmpty && job.job.events.isEmpty) else { return }
    // A name that cannot be a label cannot be a Cloud Run job's either.
    for (noun, part, site) in [
      ("tenant", job.job.tenant, job.sites.tenant), ("environment", job.job.env, job.sites.env),
    ] {
      guard let part, !isLabel(part), site.map(job.isOpen) != true else { continue }
      findings.report(
        info, "its alerts and triggers bear the \(noun) as a label, and '\(Terminal.visible(part))' is none",
        at: site ?? job.jobSite,
        hint: "write small letters, digits, '-' and '_', or leave 'alerts' and 'events' out")
    }
  }
}
