import JobsCore

/// GI115.
enum LostConditions: PolicyRule {
  static let rule = AuditRule(
    "GI115", "policy-version", .medium, "A policy with conditions does not say version 3.",
    page: """
      Who writes such a policy back as version 1 takes all conditions away, so that grants hold for ever. Read and write policies
      with version 3.
      """,
    source: "IAM, \"Policy\" reference (2026-11-21)",
    mending: .byHand(
      "the file was read or written with another version; what is in force has version 3 wherever it has conditions"))

  static func check(_ policy: JudgedPolicy, _ context: PolicyContext) -> [Finding] {
    guard let version = policy.allow.version, version < 3,
      let binding = policy.allow.bindings.first(where: { $0.condition != nil })
    else { return [] }
    return [
      policy.finding(
        rule, binding, binding.members,
        "\(binding.members.count == 1 ? "has" : "have") a conditional role in a policy of version \(version) of",
        hint: "read the policy again with --format=json and version 3")
    ]
  }
}
