import JobsManifest

/// AI146.
enum TaggedWorkloadImage: WorkloadRule {
  static let rule = AuditRule(
    "AI146", "tagged-workload-image", .low, "A task or job runs an image by its tag.",
    page: """
      Each run takes what the tag stands for by then, so whoever may push to the registry decides what runs as its role. A digest
      names one image for ever. A function keeps the image that it was set to, and is not told. 'jobs-audit paths' tells who may
      push.
      """,
    source: "Amazon ECS Developer Guide, \"Best practices for Amazon ECS container images\" (2026-11-22)",
    mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    guard [.taskDefinition, .jobDefinition].contains(family.newest.kind) else { return nil }
    let images = family.newest.containers.filter(\.isTagged).compactMap(\.image)
    guard !images.isEmpty else { return nil }
    return family.finding(
      rule, [family.newest],
      "runs \(FewNames.quoted(images.map(Self.shown))) by \(images.count == 1 ? "its tag" : "their tags")",
      hint: "name the image by '@sha256:…'")
  }

  private static func shown(_ image: String) -> String {
    SecretScanner.kind(name: nil, value: image) == nil ? image : SecretMask.text
  }
}
