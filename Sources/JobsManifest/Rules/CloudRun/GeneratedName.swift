import JobsCore

/// `generateName` beyond its limit.
package enum GeneratedName: JobRule {
  package static let info = RuleInfo(
    "CR203", "generated-name", .cloudrun, .error, summary: "a 'generateName' that is too long",
    page: """
      The service puts a random ending behind 'generateName', which has to be shorter than 31 characters. A job in a
      repository has a 'name', so that it is found again; leave 'generateName' out.
      """,
    source: FactSource.runV1,
    bad: .init(.cloudrun, ExampleText.cloudRun(metadata: "  generateName: ⟦nightly-report-of-all-the-orders-⟧\n")),
    good: .init(.cloudrun, ExampleText.cloudRun()))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard let nodes = job.cloudRun, let id = nodes.metadata.flatMap({ job.tree.value($0, "generateName") }),
      job.tree.count(id) > 30, !job.isOpen(id)
    else { return }
    findings.report(
      info, "'generateName' has \(job.tree.count(id)) characters, 30 are allowed", at: id,
      hint: "leave it out: the job has a name")
  }
}
