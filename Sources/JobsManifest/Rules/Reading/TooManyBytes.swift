import JobsCore

/// A file above the limit of bytes.
package enum TooManyBytes: Rule {
  package static let info = RuleInfo(
    "RD103", "too-many-bytes", .reading, .error, summary: "a file larger than 64 MiB",
    page: """
      A manifest of this size is a mistake, or a dump. The file is not read.
      """)
}
