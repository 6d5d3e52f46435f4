import JobsCore

/// JSON that cannot be parsed.
package enum JSONSyntax: Rule {
  package static let info = RuleInfo(
    "RD202", "json-syntax", .reading, .error, summary: "JSON that cannot be parsed",
    page: """
      The place is exact: RFC 8259 knows no comments, no trailing commas and no single quotes.
      """,
    source: "RFC 8259 (2017-12)",
    bad: .init(.jobfile, "{\"name\": \"report\", \"command\": \"/bin/true\", \"enabled\": false,⟦}⟧\n"),
    good: .init(.jobfile, "{\"name\": \"report\", \"command\": \"/bin/true\", \"enabled\": false}\n"))
}
