import JobsCore

/// An anchor that is defined twice.
package enum DuplicateAnchor: Rule {
  package static let info = RuleInfo(
    "RD205", "duplicate-anchor", .reading, .warning, summary: "an anchor that is defined twice",
    page: """
      YAML allows it: an alias means the anchor above it that is nearest. A reader of the file seldom knows. Give
      the second anchor a name of its own.
      """,
    bad: .init(.jobs, ExampleText.job("  command: &a [/bin/true]\n  args: ⟦&a⟧ []\n")))
}
