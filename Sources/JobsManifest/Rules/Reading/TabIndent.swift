import JobsCore

/// A tab in the indentation.
package enum TabIndent: Rule {
  package static let info = RuleInfo(
    "RD203", "tab-indent", .reading, .error, summary: "a tab where YAML wants spaces",
    page: """
      YAML forbids tabs in indentation, since nobody agrees how wide they are. Use spaces.
      """,
    source: "YAML 1.2.2 (2021-10-01), 6.1",
    bad: .init(.jobs, "apiVersion: jobs/v1\nkind: Job\nmetadata:\n⟦\t⟧name: report\n"))
}
