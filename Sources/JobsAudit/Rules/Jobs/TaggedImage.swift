import JobsManifest

/// JA104.
enum TaggedImage: ManifestRule {
  static let rule = AuditRule(
    "JA104", "tagged-image", .medium, "A job of a protected environment runs an image by its tag.",
    page: """
      Whoever may push to the registry decides what runs as the job's identity. A digest names one image for ever.
      """,
    source: "Cloud Run, \"Deploying container images\" (2026-11-22)",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard context.isProtected(job), let image = job.run.image, !image.contains("@sha256:") else { return nil }
    return job.finding(
      rule, "runs '\(image)' by its tag in '\(job.env ?? "-")'", hint: "name the image by '@sha256:…'")
  }
}
