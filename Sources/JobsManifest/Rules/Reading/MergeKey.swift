import JobsCore

/// A merge key without a mapping.
package enum MergeKey: Rule {
  package static let info = RuleInfo(
    "RD207", "merge-key", .reading, .error, summary: "a merge key whose value is no mapping",
    page: """
      '<<' takes an alias of a mapping, or a list of such aliases.
      """,
    bad: .init(.jobs, ExampleText.job("  <<: ⟦text⟧\n  command: [/bin/true]\n")))
}
