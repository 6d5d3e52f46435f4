import JobsCore

/// YAML that cannot be parsed.
package enum YAMLSyntax: Rule {
  package static let info = RuleInfo(
    "RD201", "yaml-syntax", .reading, .error, summary: "YAML that cannot be parsed",
    page: """
      The document ends here; reading goes on at the next line that begins with '---'. The words are libyaml's.
      """,
    source: "YAML 1.2.2 (2021-10-01)",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true\n⟦⟧")))
}
