import JobsCore

/// Nesting above the limit.
package enum TooDeep: Rule {
  package static let info = RuleInfo(
    "RD301", "too-deep", .reading, .error, summary: "nesting above 128",
    page: """
      No manifest needs it, and readers that recurse would end. The document is given up.
      """)
}
