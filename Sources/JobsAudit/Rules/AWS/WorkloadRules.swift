/// The rules over what runs in AWS, in the order of their codes.
enum WorkloadRules {
  static let all: [any WorkloadRule.Type] = [
    PowerfulWorkload.self, SharedWorkloadRole.self, BorrowedExecutionRole.self, MachineIdentity.self,
    PrivilegedContainer.self, TaggedWorkloadImage.self, ClearWorkloadSecret.self,
  ]

  /// What stands is set anew, mostly from a manifest, and no command takes that back.
  static let mending = Mending.byHand("what runs is defined anew where it is kept, in a manifest or a template")

  /// What all rules find in what runs.
  static func check(_ workloads: AWSWorkloads, _ accounts: [String: AWSAccount]) -> [Finding] {
    let families = workloads.families.map { WorkloadFamily(revisions: $0) }
    let context = WorkloadContext(families, accounts)
    return families.flatMap { family in all.compactMap { $0.check(family, context) } }
  }
}
