import JobsManifest

/// JA132.
enum ForbiddenRegistry: ManifestRule {
  static let rule = AuditRule(
    "JA132", "forbidden-registry", .high, "A job runs an image of a registry that the organisation does not allow.",
    page: """
      Whoever holds the registry decides what the job does with its identity. 'registries' of the policy, and of an environment
      in it, list those that are looked after; an image has to fit both lists where there are two.
      """,
    source: "the organisation's own policy",
    mending: .manifest)

  static func check(_ job: Job, _ context: ManifestContext) -> Finding? {
    guard let image = job.run.image, let organisation = context.organisation else { return nil }
    for allowed in [organisation.registries, context.asked(of: job)?.registries ?? []] where !allowed.isEmpty {
      guard !RegistryPolicy.allows(image, allowed) else { continue }
      return job.finding(
        rule, "runs '\(image)', whose registry is not allowed",
        hint: "allowed are \(allowed.map { "'\($0)'" }.joined(separator: ", "))")
    }
    return nil
  }
}
