import JobsCore

/// An alias without an anchor.
package enum UnknownAnchor: Rule {
  package static let info = RuleInfo(
    "RD206", "unknown-anchor", .reading, .error, summary: "an alias without an anchor above it",
    page: """
      The alias names nothing, or stands inside its own anchor. A value that begins with '*', such as a schedule,
      has to be quoted.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  workingDir: ⟦*base⟧\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  workingDir: /srv\n")))
}
