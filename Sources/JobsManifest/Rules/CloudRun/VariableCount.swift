import JobsCore

/// More environment variables than a container can have.
package enum VariableCount: JobRule {
  package static let info = RuleInfo(
    "CR222", "variable-count", .cloudrun, .error, summary: "more than 1,000 environment variables in a container",
    page: """
      A container has 1,000 environment variables at most, secrets included. Put settings of that number into a file: a
      secret that is mounted, or an object in a bucket.
      """,
    source: FactSource.runVariables,
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container: "            env:\n" + variables(1000) + "            - {name: ⟦V1000⟧, value: x}\n")),
    good: .init(.cloudrun, ExampleText.cloudRun(container: "            env:\n" + variables(3))))

  private static func variables(_ count: Int) -> String {
    (0..<count).map { "            - {name: V\($0), value: x}\n" }.joined()
  }

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, job.sites.variables.count + job.sites.secrets.count > 1000 else { return }
    let all = (job.sites.variables + job.sites.secrets).sorted {
      job.tree.range($0.name).lowerBound < job.tree.range($1.name).lowerBound
    }
    for container in Set(all.map(\.container)).sorted() {
      let mine = all.filter { $0.container == container }
      guard mine.count > 1000 else { continue }
      findings.report(
        info, "the container has \(mine.count) environment variables, 1,000 are allowed", at: mine[1000].name,
        hint: "put settings into a file that is mounted")
    }
  }
}
