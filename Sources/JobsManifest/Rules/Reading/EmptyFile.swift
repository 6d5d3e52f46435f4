import JobsCore

/// A named file without content.
package enum EmptyFile: Rule {
  package static let info = RuleInfo(
    "RD107", "empty-file", .reading, .error, summary: "a named file with nothing in it",
    page: """
      A file named on the command line has to hold a job. An empty one is most often a template that put nothing
      out.
      """)
}
