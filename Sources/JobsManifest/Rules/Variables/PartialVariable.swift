import JobsCore

/// A variable that jobs refer to and some environments lack.
package enum PartialVariable: SetRule {
  package static let info = RuleInfo(
    "VA105", "partial-variable", .variables, .warning,
    summary: "a variable that jobs refer to and some environments lack",
    page: """
      The manifests work where the variable is defined and fail in the other environments, on the day somebody deploys
      there. Where an environment is being checked, the reference itself is the finding (VA101); this rule speaks of the
      environments that were not asked for.
      """)

  package static func check(_ set: JobSet, _ findings: inout SetFindings) {
    guard let project = set.project, project.environments.count > 1 else { return }
    var seen: Set<String> = []
    for environment in project.environments {
      for name in environment.variables.keys.sorted()
      where set.usedVariables.contains(name) && seen.insert(name).inserted {
        let lacking = project.environments.filter { $0.variables[name]?.value == nil }.map(\.name)
          .filter { !set.judgedEnvironments.contains($0) }
        guard environment.variables[name]?.value != nil, !lacking.isEmpty, let place = environment.variablePlaces[name]
        else { continue }
        let list = lacking.map { "'\($0)'" }.joined(separator: ", ")
        findings.report(
          info, "variable '\(Terminal.visible(name))' has a value in '\(environment.name)' and none in \(list)",
          at: place,
          environments: lacking, hint: "give it under 'variables' there, or by --var \(name)=…", hash: name.utf8.fnv1a64
        )
      }
    }
  }
}
