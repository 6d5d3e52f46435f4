import JobsCore

/// A byte that is no UTF-8.
package enum BadUTF8: Rule {
  package static let info = RuleInfo(
    "RD106", "bad-utf-8", .reading, .error, summary: "a byte that is not UTF-8",
    page: """
      The byte and its place are named. It often comes from an editor that saves Latin-1: save the file as UTF-8.
      """)
}
