import JobsCore

/// A secret's newest version in production.
package enum LatestSecret: JobRule {
  package static let info = RuleInfo(
    "CR232", "latest-secret", .cloudrun, .info, summary: "'latest' for a secret in production",
    page: """
      With 'latest' a new version of the secret takes effect at the next task, without a deployment and without a way
      back by deploying the manifest before. Google advises a fixed version for environment variables. In production
      name the version; elsewhere 'latest' is convenient and not reported. One finding a job.
      """,
    source: "docs.cloud.google.com/run/docs/configuring/jobs/secrets, 2026-11",
    bad: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0a", count: 32))\n  identity: report@acme-prod.iam.gserviceaccount.com\n  secrets: {TOKEN: \"⟦api-token:latest⟧\"}\n"
      ),
      project: ExampleText.production),
    good: .init(
      .jobs,
      ExampleText.job(
        "  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0a", count: 32))\n  identity: report@acme-prod.iam.gserviceaccount.com\n  secrets: {TOKEN: \"api-token:3\"}\n"
      ),
      project: ExampleText.production))

  package static func check(_ job: JobContext, _ findings: inout Findings) {
    guard job.isCloudRun, job.isProduction else { return }
    let latest = SecretReference.all(of: job).filter { isLatest($0, job) }.map { $0.version ?? $0.site }
    guard let first = latest.first else { return }
    findings.report(
      info,
      latest.count == 1
        ? "the newest version of a secret is used in production"
        : "the newest versions of \(latest.count) secrets are used in production",
      at: first, part: job.tree.withText(first) { 0..<$0.count }, hint: "name the version, such as 3",
      related: latest.dropFirst().map { ("and here", $0) })
  }

  private static func isLatest(_ reference: SecretReference, _ job: JobContext) -> Bool {
    if let version = reference.version { return job.tree.equals(version, "latest") }
    // A file from a secret without items is the newest version; so is a name without one in our own format.
    guard job.format == .jobs else { return true }
    guard job.tree.kind(reference.site) == .string, !job.isOpen(reference.site) else { return false }
    return job.tree.withText(reference.site) { text in
      guard let version = SecretReference.parts(text).version else { return true }
      return UnsafeBufferPointer(rebasing: text[version]).equals("latest")
    }
  }
}
