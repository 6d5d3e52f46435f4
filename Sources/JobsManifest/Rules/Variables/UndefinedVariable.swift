import JobsCore

/// A reference to a variable that has no value.
package enum UndefinedVariable: Rule {
  package static let info = RuleInfo(
    "VA101", "undefined-variable", .variables, .error, summary: "a reference to a variable that has no value",
    page: """
      Values come from --var, then from the environment's variables in jobs.yaml, then from a variable's default. The
      process environment is never read, so that a manifest means the same on every machine. ENV, PROJECT_ID, REGION and
      ACCOUNT follow from the environment's gcp and aws.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  args: [\"⟦${DAY}⟧\"]\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  args: [\"$${DAY}\"]\n")))

  static func report(
    _ name: String, at id: Tree.ID, part: Range<Int>, _ variables: Variables, _ findings: inout Findings
  ) {
    let isDeclared = variables.declarations[name] != nil
    let meant = isDeclared ? nil : Spelling.nearest(name, of: variables.names)
    findings.report(
      info, "variable '\(name)' \(isDeclared ? "has no value" : "is undefined")", at: id, part: part,
      hint: meant.map { "did you mean '${\($0)}'?" }
        ?? "give it by --var \(name)=…, or under 'variables' of an environment in jobs.yaml")
  }
}
