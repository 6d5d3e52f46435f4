import JobsCore

/// An input that cannot be read.
package enum UnreadableFile: Rule {
  package static let info = RuleInfo(
    "RD101", "unreadable-file", .reading, .error, summary: "a file that cannot be read",
    page: """
      The system refused to open or read the file; its words are in the message. Nothing is known of what stands in
      it, so the run cannot be called clean.
      """)
}
