import JobsManifest

/// JA101.
enum DefaultIdentity: ManifestRule {
  static let rule = AuditRule(
    "JA101", "default-identity", .medium, "A job runs as the account that machines get where none is named.",
    page: """
      Without an identity a Cloud Run job runs as the default compute account, which every machine and job of the project
      shares and which is an Editor in many projects. Make an account for the job and name it in 'identity'.
      """,
    source: "Cloud Run, \"Service identity\" (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard job.target.kind == .cloudRun else { return nil }
    if let identity = job.identity, !identity.hasSuffix("-compute@developer.gserviceaccount.com") { return nil }
    return job.finding(
      rule, "runs as the default compute account", hint: "make an account for it, and name it in 'identity'")
  }
}
