/// AI144.
enum MachineIdentity: WorkloadRule {
  static let rule = AuditRule(
    "AI144", "machine-identity", .medium, "A task or job without a role may run as the machine that it is put on.",
    page: """
      Where no role is named, a program on an instance of EC2 gets that of the instance from its metadata, which all that runs
      there shares, and which may register machines and pull images. Name a role of its own, and keep tasks from the metadata.
      """,
    source: "Amazon ECS Developer Guide, \"Task IAM role\" and \"Amazon ECS container instance IAM role\" (2026-11-22)",
    mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    guard family.newest.mayRunOnInstances, family.newest.roles.isEmpty else { return nil }
    var finding = family.finding(
      rule, [family.newest], "names no role, and may run as the machine that it is put on", verdict: .possible,
      hint: "name a role of its own, or have it run on Fargate alone")
    finding.missing = ["on what it is run, and whether its machine's metadata are kept from it"]
    return finding
  }
}
