import JobsCore

/// `${…}` that is no reference to a variable.
package enum MalformedReference: Rule {
  package static let info = RuleInfo(
    "VA102", "malformed-reference", .variables, .error, summary: "'${…}' that is no reference to a variable",
    page: """
      A reference is '${NAME}': letters, digits and '_', not beginning with a digit. A shell's '${NAME:-default}' is not
      known; a default stands in jobs.yaml. For the characters themselves write '$${'.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  args: [\"⟦${DAY:-1}⟧\"]\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  args: [\"$${DAY:-1}\"]\n")))
}
