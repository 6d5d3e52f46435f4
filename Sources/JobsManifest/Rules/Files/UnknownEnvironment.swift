import JobsCore

/// Differences for an environment that the project does not define.
package enum UnknownEnvironment: Rule {
  package static let info = RuleInfo(
    "FI105", "unknown-environment", .files, .warning,
    summary: "differences for an environment that the project does not define",
    page: """
      'spec.environments' holds what differs in each environment. Under a name that jobs.yaml does not know nothing of it
      ever counts, so that the settings that were meant for 'prod' stand under 'production' and do nothing.
      """,
    bad: .init(.jobs, job("⟦production⟧"), project: project), good: .init(.jobs, job("prod"), project: project))

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments: {dev: {}, prod: {}}
    """

  private static func job(_ name: String) -> String {
    ExampleText.job("  command: [/bin/report]\n  environments:\n    \(name): {timeout: 5m}\n")
  }

  /// - Parameter findings: of the tree as it was read, with every environment's differences in it.
  static func check(_ project: ProjectFile?, _ findings: inout Findings) {
    let tree = findings.tree
    guard let project, !project.environments.isEmpty, let all = tree.value(findings.root, path: "spec", "environments")
    else { return }
    let names = project.environments.map(\.name)
    for (key, _) in tree.entries(all) {
      let name = tree.string(key)
      guard !names.contains(name) else { continue }
      let meant = Spelling.nearest(name, of: names) ?? names.first { name.hasPrefix($0) || $0.hasPrefix(name) }
      findings.report(
        info, "the project defines no environment '\(Terminal.visible(name))'", at: key,
        hint: meant.map { "did you mean '\($0)'?" } ?? "known are \(names.joined(separator: ", "))")
    }
  }
}
