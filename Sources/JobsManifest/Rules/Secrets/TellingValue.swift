import JobsCore

/// A value that looks like a secret under a name that says so.
package enum TellingValue: Rule {
  package static let info = RuleInfo(
    "SE104", "secret-value", .secrets, .error, summary: "a value that looks like a secret, under a name that says so",
    page: """
      Names that end with password, secret, token, credential or a key of some sort hold what nobody else should read.
      The value is judged by its length and its Shannon entropy; references, paths, URLs, numbers, booleans and names
      made of words are no secrets. The same holds for options in a command, as in '--token …' or 'PASSWORD=…'.
      """,
    source: "C. E. Shannon, A Mathematical Theory of Communication (1948); OWASP Secrets Management Cheat Sheet, 2026",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  env: {DB_PASSWORD: ⟦\"\(word)\"⟧}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  secrets: {DB_PASSWORD: \"db-password:latest\"}\n")))

  private static let word = "n7Gq" + "2Lw9xT4v"
}
