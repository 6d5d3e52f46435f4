import JobsCore

/// A selector that selects by nothing.
package enum EmptySelector: JobRule {
  package static let info = RuleInfo(
    "JB106", "empty-selector", .jobs, .warning, summary: "a selector of agents that selects by nothing",
    page: """
      'agent.selector' picks the hosts whose labels match. An empty one matches every host of the tenant, so the job
      runs on each of them. Leave 'agent' out if that is meant, so that the next reader does not wonder.
      """,
    bad: .init(.jobs, ExampleText.job("  target: host\n  command: [/bin/report]\n  agent: {selector: ⟦{}⟧}\n")),
    good: .init(
      .jobs, ExampleText.job("  target: host\n  command: [/bin/report]\n  agent: {selector: {role: report}}\n")))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.format == .jobs || job.format == .crontopus, job.job.agent.isEmpty,
      let selector = job.tree.value(job.root, path: "spec", "agent", "selector"), job.tree.kind(selector) == .mapping,
      job.tree.count(selector) == 0
    else { return }
    findings.report(
      info, "the selector is empty and matches every host", at: selector,
      hint: "name a label such as 'role: backup', or leave 'agent' out")
  }
}
