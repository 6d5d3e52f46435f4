/// A rule over what runs in AWS, all revisions of a name together.
protocol WorkloadRule: SendableMetatype {
  static var rule: AuditRule { get }
  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding?
}

/// What rules over workloads have to know beside the workload.
struct WorkloadContext {
  let accounts: [String: AWSAccount]
  /// Families that run as a role, by its ARN: those that run programs of their own.
  private(set) var users: [String: [String]] = [:]

  init(_ families: [WorkloadFamily], _ accounts: [String: AWSAccount]) {
    self.accounts = accounts
    for family in families where family.newest.kind != .schedule {
      for role in Set(family.newest.roles) { users[role, default: []].append(family.newest.family) }
    }
  }
}
