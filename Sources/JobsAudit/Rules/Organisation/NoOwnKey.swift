import JobsManifest

/// JA133.
enum NoOwnKey: ManifestRule {
  static let rule = AuditRule(
    "JA133", "no-own-key", .medium, "A job does not name a key of its own, and the organisation asks for one.",
    page: """
      Without a customer-managed key (CMEK) what Cloud Run keeps of the job is encrypted with Google's own, which nobody of the
      organisation can take away. Name one in the annotation 'run.googleapis.com/encryption-key'.
      """,
    source: "Cloud Run, \"Using customer managed encryption keys\" (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard context.asked(of: job)?.asksForKey == true, job.target.kind == .cloudRun,
      job.annotations["run.googleapis.com/encryption-key"] == nil
    else { return nil }
    return job.finding(
      rule, "names no key of its own",
      hint: "annotate it with 'run.googleapis.com/encryption-key: projects/P/locations/L/keyRings/R/cryptoKeys/K'")
  }
}
