import JobsCore

/// A key that stands twice.
package enum DuplicateKey: Rule {
  package static let info = RuleInfo(
    "RD204", "duplicate-key", .reading, .error, summary: "a key that stands twice in one mapping",
    page: """
      YAML forbids it, but most readers keep the last one in silence, some the first. Keep one.
      """,
    source: "YAML 1.2.2 (2021-10-01), 3.2.1.1",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  timeout: 5m\n  ⟦timeout⟧: 1h\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/true]\n  timeout: 1h\n")))
}
