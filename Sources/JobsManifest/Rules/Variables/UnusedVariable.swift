import JobsCore

/// A variable that nothing refers to.
package enum UnusedVariable: SetRule {
  package static let info = RuleInfo(
    "VA104", "unused-variable", .variables, .warning, summary: "a variable of the project file that nothing refers to",
    page: """
      It is a leftover, or the reference to it is misspelt. Judged only when everything below the project's folder was
      read. A variable of several environments is reported once, at the first.
      """,
    bad: .init(.project, project("DAY: monday, ⟦TGA⟧: \"1.4.2\""), others: [job]),
    good: .init(.project, project("DAY: monday"), others: [job]))

  private static func project(_ variables: String) -> String {
    """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev:
        variables: {\(variables)}
    """
  }

  private static let job = (
    file: "report.yaml", text: ExampleText.job("  command: [/bin/report]\n  args: [\"--day\", \"${DAY}\"]\n")
  )

  package static func check(_ set: JobSet, _ findings: inout SetFindings) {
    guard set.isWhole, let project = set.project else { return }
    let used = set.usedVariables.union(project.usedVariables)
    var reported: Set<String> = []
    for environment in project.environments {
      for name in environment.variables.keys.sorted() where !used.contains(name) && reported.insert(name).inserted {
        guard let place = environment.variablePlaces[name] else { continue }
        let others = project.environments.filter { $0.name != environment.name && $0.variables[name] != nil }
        let meant = Spelling.nearest(name, of: used.filter { environment.variables[$0] == nil })
        findings.report(
          info, "variable '\(Terminal.visible(name))' is never referred to", at: place,
          environments: [environment.name] + others.map(\.name),
          hint: meant.map { "did you mean '\($0)'?" } ?? "remove it",
          related: others.compactMap { other in
            other.variablePlaces[name].map { Diagnostic.Related(message: "and here for '\(other.name)'", location: $0) }
          }, hash: name.utf8.fnv1a64)
      }
    }
  }
}
