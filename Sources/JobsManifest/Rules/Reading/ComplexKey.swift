import JobsCore

/// A key that is no scalar.
package enum ComplexKey: Rule {
  package static let info = RuleInfo(
    "RD208", "complex-key", .reading, .error, summary: "a key that is a list or a mapping",
    page: """
      Keys are plain words. Unquoted braces of a template ('{{ name }}') are read as a mapping.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  ? ⟦[a]⟧\n  : b\n")))
}
