import JobsCore

/// A tag that means nothing here.
package enum UnknownTag: Rule {
  package static let info = RuleInfo(
    "RD209", "unknown-tag", .reading, .warning, summary: "a tag that means nothing here",
    page: """
      Tags such as '!Ref' belong to other programs; the value is read as text.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  workingDir: ⟦!Ref /srv⟧\n")))
}
