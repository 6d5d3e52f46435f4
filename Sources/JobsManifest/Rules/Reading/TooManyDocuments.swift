import JobsCore

/// Too many documents in a file.
package enum TooManyDocuments: Rule {
  package static let info = RuleInfo(
    "RD303", "too-many-documents", .reading, .error, summary: "more than 1,000,000 documents in one file",
    page: """
      The limit keeps a file that is no list of jobs from filling the memory; all the documents up to it were read. Split the
      file, a few jobs in each.
      """)
}
