import JobsCore

/// A variable whose pattern cannot be read, or whose default is not of its type.
package enum VariableDeclaration: ProjectRule {
  package static let info = RuleInfo(
    "PR108", "variable-declaration", .project, .error,
    summary: "a variable whose pattern cannot be read, or whose default breaks its own rules",
    page: """
      'type' is string, int, number or bool. 'pattern' has to match the whole value; it is a small part of regular
      expressions that never takes long: characters, '.', '[a-z]', '\\d \\w \\s', groups, '|' and the counts '* + ? {n,m}'.
      A default obeys both, since nobody else would check it before it is deployed.
      """,
    bad: .init(
      .project, ProjectExample.environment("    variables: {RETRIES: {type: int, default: ⟦many⟧}}"), others: [job]),
    good: .init(
      .project, ProjectExample.environment("    variables: {RETRIES: {type: int, default: 3}}"), others: [job]))

  private static let job = (
    file: "report.yaml", text: ExampleText.job("  command: [/bin/report]\n  args: [\"--retries=${RETRIES}\"]\n")
  )

  package static func check(_ options: CheckOptions, _ findings: inout Findings) {
    let tree = findings.tree
    for environment in findings.environments {
      guard let variables = tree.value(environment.value, "variables") else { continue }
      for (name, declared) in tree.entries(variables) where tree.kind(declared) == .mapping {
        if let id = tree.value(declared, "pattern"), let text = tree.text(id) {
          do throws(ValuePattern.Problem) {
            _ = try ValuePattern(text)
          } catch {
            findings.report(
              info, "the pattern cannot be read: \(error.message)", at: id, part: error.range,
              hint: "'jobs-validate explain PR108' says what a pattern may hold")
            continue
          }
        }
        guard let id = tree.value(declared, "default"), let value = tree.text(id),
          let fault = VariableValue.fault(of: value, in: ProjectFile.declaration(tree, declared))
        else { continue }
        findings.report(
          info, "the default of '\(Terminal.visible(tree.string(name)))' \(fault)", at: id,
          hint: "correct the default, or the declaration")
      }
    }
  }
}
