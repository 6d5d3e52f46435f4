import JobsManifest

/// JA131.
enum ForbiddenRegion: ManifestRule {
  static let rule = AuditRule(
    "JA131", "forbidden-region", .high, "A job runs in a region that the organisation does not allow.",
    page: """
      Where data may be is mostly settled by law or by contract. 'environments' of the policy lists the regions of an
      environment, as patterns: 'europe-*'.
      """,
    source: "the organisation's own policy",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard let asked = context.asked(of: job), !asked.regions.isEmpty, let region = job.target.region,
      !asked.regions.fit(region)
    else { return nil }
    return job.finding(
      rule, "runs in '\(region)', which '\(asked.name)' does not allow", hint: "choose a region that the policy lists")
  }
}
