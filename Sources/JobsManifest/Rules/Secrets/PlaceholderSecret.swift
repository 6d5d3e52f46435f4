import JobsCore

/// A placeholder where a secret belongs.
package enum PlaceholderSecret: Rule {
  package static let info = RuleInfo(
    "SE105", "placeholder-secret", .secrets, .info, summary: "a placeholder where a secret belongs",
    page: """
      'changeme', 'your-token-here' and '<password>' are filled in by somebody one day, in clear. Say now where the secret
      comes from.
      """,
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  env: {DB_PASSWORD: ⟦changeme⟧}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  secrets: {DB_PASSWORD: \"db-password:latest\"}\n")))
}
