import JobsCore

/// Two ways out, or settings of a way out that is not there.
package enum NetworkConflict: JobRule {
  package static let info = RuleInfo(
    "CR269", "network-conflict", .cloudrun, .error, summary: "a connector beside a network, or egress without either",
    page: """
      A job leaves through a connector or straight into a network ('network-interfaces'; 'network' and 'subnetwork' in
      our own format); with both it is refused. Egress says which traffic goes that way, so without a way it does
      nothing, and the job talks to the Internet directly although somebody wanted otherwise: that is a warning.
      """,
    source: "\(FactSource.runV2), VpcAccess; docs.cloud.google.com/run/docs/configuring/vpc-direct-vpc, 2026-11",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations(
          "run.googleapis.com/vpc-access-connector: vpc",
          "run.googleapis.com/network-interfaces: ⟦'[{\"network\":\"vpc\"}]'⟧"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/network-interfaces: '[{\"network\":\"vpc\"}]'"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, job.sites.connector != nil || job.sites.egress != nil else { return }
    let interface = directNetwork(job)
    if let connector = job.sites.connector, let interface {
      findings.report(
        info, "the job has a connector and a network of its own", at: interface,
        hint: "keep the network and take the connector out",
        related: [("the connector", connector)])
    } else if job.sites.connector == nil, interface == nil, let egress = job.sites.egress, !misplaced(job) {
      findings.report(
        info, "egress is set, and there is no connector and no network", at: egress, severity: .warning,
        hint: "name a connector or a network, or take the egress out")
    }
  }

  private static func directNetwork(_ job: JobContext) -> Tree.ID? {
    if let annotations = job.cloudRun?.executionAnnotations {
      return job.tree.value(annotations, "run.googleapis.com/network-interfaces")
    }
    guard job.format == .jobs, let network = job.tree.value(job.root, path: "spec", "network") else { return nil }
    return job.tree.value(network, "network") ?? job.tree.value(network, "subnetwork")
  }

  /// Whether the way out stands on the job instead of the execution, which is a finding of its own.
  private static func misplaced(_ job: JobContext) -> Bool {
    guard let annotations = job.cloudRun?.jobAnnotations else { return false }
    return job.tree.value(annotations, "run.googleapis.com/vpc-access-connector") != nil
      || job.tree.value(annotations, "run.googleapis.com/network-interfaces") != nil
  }
}
