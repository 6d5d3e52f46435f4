import JobsCore

/// A provider's key in clear. Its check looks for secrets of every kind, so that a job is gone through once.
package enum ProviderKey: JobRule {
  package static let info = RuleInfo(
    "SE101", "provider-key", .secrets, .error, summary: "a provider's key in clear, known by its shape",
    page: """
      Whoever can read the repository, its forks, its backups or a job's description in the console has the key. Keys of
      AWS, Google, GitHub, GitLab, Slack, Stripe, SendGrid, Twilio, npm, PyPI, Azure and others are known by their
      documented shapes, wherever they stand: in variables, arguments, commands, annotations and check-ins. Revoke the
      key, since Git keeps it, and refer to a secret instead. The value is never shown: every output has '***' for it.
      """,
    source: "GitHub, supported secret scanning patterns, and the providers' own documents, 2026-11",
    bad: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  env: {UPLOAD: ⟦\(key)⟧}\n")),
    good: .init(.jobs, ExampleText.job("  command: [/bin/report]\n  secrets: {UPLOAD: \"upload-key:latest\"}\n")))

  /// Nobody's key, put together here so that scanners of this repository pass over it.
  private static let key = "AK" + "IA" + "Q4ZX7K2M5N3P6R2T"

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    let checkin = job.sites.checkin.flatMap { job.tree.value($0, "secret") }
    CheckInSecret.check(checkin, job, &findings)
    SecretCheck.run(job.format, &findings, except: checkin)
  }
}
