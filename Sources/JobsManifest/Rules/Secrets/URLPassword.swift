import JobsCore

/// A URL with a user's password in it.
package enum URLPassword: Rule {
  package static let info = RuleInfo(
    "SE103", "url-password", .secrets, .error, summary: "a URL with a password in it",
    page: """
      'postgres://user:password@host/db' shows the password to everybody who may read the job, and to every log that
      prints the URL. Keep the password, or the whole URL, in a secret. Variables, '<…>' and words such as 'password' in
      the password's place are taken for stand-ins.
      """,
    source: "RFC 3986 (2005), 3.2.1",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  command: [/bin/report]\n  env: {DATABASE_URL: ⟦\"postgres://report:\(word)@db.acme.example/report\"⟧}\n")),
    good: .init(
      .jobs,
      ExampleText.job("  command: [/bin/report]\n  env: {DATABASE_URL: \"postgres://report@db.acme.example/report\"}\n")
    ))

  private static let word = "n7Gq" + "2Lw"
}
