import JobsCore

/// An environment variable that is too long.
package enum VariableSize: JobRule {
  package static let info = RuleInfo(
    "CR223", "variable-size", .cloudrun, .error, summary: "an environment variable of more than 32,768 bytes",
    page: """
      A value has at most 32,768 bytes, and so has a name. A value of that size is a file: put it into a secret and
      mount it, or into the image.
      """,
    source: "\(FactSource.runV2), EnvVar",
    bad: .init(
      .cloudrun,
      ExampleText.cloudRun(
        container:
          "            env:\n            - {name: RULES, value: ⟦\(String(repeating: "ab ", count: 10923))c⟧}\n")),
    good: .init(
      .cloudrun, ExampleText.cloudRun(container: "            env:\n            - {name: RULES, value: ab}\n")))

  package static let limit = 32_768

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun else { return }
    for variable in job.sites.variables {
      if job.tree.count(variable.name) > limit { report("name", variable.name, job, &findings) }
      if let value = variable.value, job.tree.count(value) > limit, job.tree.kind(value).isScalar {
        report("value", value, job, &findings)
      }
    }
  }

  private static func report(_ what: String, _ id: Tree.ID, _ job: JobContext, _ findings: inout Findings) {
    findings.report(
      info, "a variable's \(what) has \(job.tree.count(id)) bytes, \(limit) are allowed", at: id,
      hint: "mount it as a file from a secret")
  }
}
