import JobsCore

/// A variable that hides a built-in one.
package enum ShadowedVariable: ProjectRule {
  package static let info = RuleInfo(
    "VA106", "shadowed-variable", .variables, .warning, summary: "a variable that hides a built-in one",
    page: """
      ENV, PROJECT_ID, REGION and ACCOUNT follow from the environment's name, 'gcp' and 'aws'. A variable of the same name
      wins over them, so that images, accounts and addresses may name one project while the job is deployed to another;
      with several regions every one of them gets the same REGION.
      """,
    bad: .init(.project, text("⟦REGION⟧: us-east1"), others: [job("REGION")]),
    good: .init(.project, text("BUCKET_REGION: us-east1"), others: [job("BUCKET_REGION")]))

  private static func text(_ variable: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev:
        gcp: {project: acme-dev, regions: [europe-west1]}
        variables: {\(variable)}
    """
  }

  private static func job(_ name: String) -> (file: String, text: String) {
    ("report.yaml", ExampleText.job("  command: [/bin/report]\n  args: [\"${\(name)}\"]\n"))
  }

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    for environment in findings.environments {
      guard let variables = findings.tree.value(environment.value, "variables") else { continue }
      for (key, _) in findings.tree.entries(variables) {
        let name = findings.tree.string(key)
        guard Variables.builtInNames.contains(name) else { continue }
        findings.report(
          info, "variable '\(name)' hides the built-in one", at: key,
          hint: name == "ENV"
            ? "take another name: ENV is the environment's" : "set it by 'gcp' or 'aws', or take another name")
      }
    }
  }
}
