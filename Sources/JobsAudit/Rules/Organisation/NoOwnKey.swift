import JobsManifest

/// JA133.
enum NoOwnKey: ManifestRule {
  static let rule = AuditRule(
    "JA133", "no-own-key", .medium, "A job does not name a key of its own, and the organisation asks for one.",
    page: """
      Without a customer-managed key (CMEK) what Cloud Run keeps of the job is encrypted with Google's own, which nobody of the
      organisation can take away. Name one in the annotation 'run.googleapis.com/encryption-key'. A function of Lambda is
      deployed without a key, since no manifest has a word for one: what it keeps is encrypted with a key of AWS's own. What
      runs a job on ECS and Batch is defined elsewhere, and with it the keys; such jobs are listed as not judged.
      """,
    source:
      "Cloud Run, \"Using customer managed encryption keys\" (2026-11-22); AWS Lambda, \"Data encryption at rest\" (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard context.asked(of: job)?.asksForKey == true else { return nil }
    switch job.target.kind {
    case .cloudRun where job.annotations["run.googleapis.com/encryption-key"]?.isEmpty ?? true:
      return job.finding(
        rule, "names no key of its own",
        hint: "annotate it with 'run.googleapis.com/encryption-key: projects/P/locations/L/keyRings/R/cryptoKeys/K'")
    case .lambda:
      return job.finding(
        rule, "is deployed as a function without a key of its own, and no manifest can name one",
        hint: "run it on Cloud Run with a key, or have the policy ask for none where it runs")
    default: return nil
    }
  }
}
