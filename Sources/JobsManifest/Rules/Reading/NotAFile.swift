import JobsCore

/// An input that is no regular file.
package enum NotAFile: Rule {
  package static let info = RuleInfo(
    "RD102", "not-a-file", .reading, .error, summary: "a FIFO, device or socket where a file was expected",
    page: """
      Reading a FIFO or a device could wait for ever, so it is refused. Pipe it in and name '-' instead.
      """)
}
