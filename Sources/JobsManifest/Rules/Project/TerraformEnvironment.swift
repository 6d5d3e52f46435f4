import JobsCore

/// A Terraform variable for an environment that the project does not define.
package enum TerraformEnvironment: ProjectRule {
  package static let info = RuleInfo(
    "PR114", "terraform-environment", .project, .error,
    summary: "a Terraform variable for an environment that the project does not define",
    page: """
      Under 'terraform.variables' a mapping gives one value an environment. A name that is no environment is written into
      no file, so that Terraform's own default is used where another value was meant.
      """,
    bad: .init(
      .project,
      ProjectExample.project(
        "environments: {dev: {}, prod: {}}\nterraform: {variables: {memory: {dev: 256, ⟦prd⟧: 1024}}}")),
    good: .init(
      .project,
      ProjectExample.project(
        "environments: {dev: {}, prod: {}}\nterraform: {variables: {memory: {dev: 256, prod: 1024}}}")))

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    let tree = findings.tree
    let names = findings.environments.map { tree.string($0.key) }
    guard !names.isEmpty, let variables = tree.value(findings.root, path: "terraform", "variables") else { return }
    for (_, values) in tree.entries(variables) where tree.kind(values) == .mapping {
      // A mapping without any environment in it is one value for all of them.
      guard tree.entries(values).contains(where: { names.contains(tree.string($0.key)) }) else { continue }
      for (key, _) in tree.entries(values) where !names.contains(tree.string(key)) {
        let name = tree.string(key)
        findings.report(
          info, "there is no environment '\(Terminal.visible(name))'", at: key,
          hint: Spelling.nearest(name, of: names).map { "did you mean '\($0)'?" }
            ?? "known are \(names.joined(separator: ", "))")
      }
    }
  }
}
