import JobsCore

/// The JSON of the annotation `network-interfaces`, malformed.
package enum NetworkInterfaceText: JobRule {
  package static let info = RuleInfo(
    "CR267", "network-interfaces", .cloudrun, .error,
    summary: "a network interface that is no list of one with a network",
    page: """
      'run.googleapis.com/network-interfaces' holds JSON in quotes: a list of one object, with 'network', 'subnetwork'
      or both, and 'tags' if there are any: '[{"network":"vpc","subnetwork":"jobs"}]'.
      """,
    source: "\(FactSource.runV2), NetworkInterface",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/network-interfaces: ⟦'{\"network\":\"vpc\"}'⟧"))),
    good: .init(
      .cloudrun,
      ExampleText.cloudRun(
        template: ExampleText.annotations("run.googleapis.com/network-interfaces: '[{\"network\":\"vpc\"}]'"))))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard
      let id = job.cloudRun?.executionAnnotations.flatMap({
        job.tree.value($0, "run.googleapis.com/network-interfaces")
      }),
      job.tree.kind(id) == .string, let text = job.text(id)
    else { return }
    var network = Network()
    guard !NetworkInterfaces.read(text, into: &network) else { return }
    findings.report(
      info, "the network interface is no JSON list of one with 'network' or 'subnetwork'", at: id,
      hint: "write '[{\"network\":\"NAME\",\"subnetwork\":\"NAME\"}]' in single quotes")
  }
}
