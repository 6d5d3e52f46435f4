import JobsManifest

/// JA108.
enum ClearSecret: ManifestRule {
  static let rule = AuditRule(
    "JA108", "clear-secret", .high, "A job has a secret among its variables or arguments.",
    page: """
      Everybody who may see the job, its manifest or its logs has the secret, and it stays in the history of Git. Put it into a
      secret manager, name it in 'secrets', and make a new one: this one is known. jobs-validate tells where it stands.
      """,
    source: "CIS Google Cloud Platform Foundation Benchmark 5.0, 1.18 (2026-11-21)",
    mending: .manifest, controls: [.google("1.18")])

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    // Whoever read the manifest put a mask where a secret stood.
    let names = job.run.env.filter { $0.value.contains(SecretMask.text) }.map(\.name)
    let isArgument = (job.run.command + job.run.args).contains { $0.contains(SecretMask.text) }
    guard !names.isEmpty || isArgument else { return nil }
    let places = names.map { "'\($0)'" } + (isArgument ? ["its arguments"] : [])
    return job.finding(
      rule, "has a secret in \(places.joined(separator: ", "))",
      hint: "put it into a secret manager, and name it in 'secrets'", detail: names.joined(separator: " "))
  }
}
