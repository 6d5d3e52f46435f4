import JobsCore

/// A file that is not text.
package enum BinaryFile: Rule {
  package static let info = RuleInfo(
    "RD105", "binary-file", .reading, .error, summary: "a file that is not text",
    page: """
      The file holds a NUL byte, which no manifest does. It was named on the command line, so it is not passed over.
      """)
}
