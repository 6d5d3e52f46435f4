import JobsCore

/// A key without a value.
package enum EmptyValue: Rule {
  package static let info = RuleInfo(
    "ST109", "empty-value", .structure, .error, summary: "a key without a value",
    page: """
      Nothing, '~' and 'null' all mean null, which is not a value for the key. Most often the lines below it are not
      indented far enough, or a template put nothing in.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  ⟦timeout⟧:\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n")))

  static func report(_ key: Tree.ID, _ field: Shape.Field, _ findings: inout Findings) {
    findings.report(
      info, "key '\(field.text)' has no value", at: key,
      hint: "give it \(field.shape.words), or leave it out")
  }
}
