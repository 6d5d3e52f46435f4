import JobsCore

/// Resource requests, of which Cloud Run takes no notice.
package enum IgnoredRequests: JobRule {
  package static let info = RuleInfo(
    "CR227", "ignored-requests", .cloudrun, .info, summary: "'requests' beside 'limits', which change nothing",
    page: """
      Kubernetes gives a container what it requests, and more up to the limits if there is some. Cloud Run gives the
      limits in full and bills them, so 'requests' say nothing; without limits the job gets the defaults whatever is
      requested.
      """,
    source: "\(FactSource.runV1), ResourceRequirements",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            resources:\n              limits: {cpu: \"1\", memory: 1Gi}\n              ⟦requests⟧: {cpu: \"1\"}\n"
      )),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(container: "            resources:\n              limits: {cpu: \"1\", memory: 1Gi}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun else { return }
    for container in nodes.containers {
      guard let resources = job.tree.value(container, "resources") else { continue }
      for entry in job.tree.entries(resources) where job.tree.equals(entry.key, "requests") {
        findings.report(
          info, "'requests' change nothing: the limits are given in full", at: entry.key,
          hint: "set 'limits' and leave 'requests' out")
      }
    }
  }
}
