import JobsCore

/// The old word for all traffic.
package enum DeprecatedEgress: JobRule {
  package static let info = RuleInfo(
    "CR265", "deprecated-egress", .cloudrun, .warning, fix: .safe,
    summary: "the egress 'all', which is called 'all-traffic' now",
    page: """
      'all' still works for 'run.googleapis.com/vpc-access-egress' and is deprecated; 'all-traffic' means the same.
      The fix changes the word and nothing else.
      """,
    source: "\(FactSource.runV1), ObjectMeta.annotations",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations(
          "run.googleapis.com/vpc-access-connector: projects/acme-prod/locations/europe-west1/connectors/vpc",
          "run.googleapis.com/vpc-access-egress: ⟦all⟧"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations(
          "run.googleapis.com/vpc-access-connector: projects/acme-prod/locations/europe-west1/connectors/vpc",
          "run.googleapis.com/vpc-access-egress: all-traffic"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .cloudrun, let egress = job.sites.egress, job.tree.equals(egress, "all") else { return }
    findings.report(
      info, "the egress 'all' is deprecated", at: egress, hint: "write 'all-traffic'",
      fix: findings.replacing(egress, with: job.styled("all-traffic", like: egress), safe: true))
  }
}
