/// AI142.
enum SharedWorkloadRole: WorkloadRule {
  static let rule = AuditRule(
    "AI142", "shared-workload-role", .low, "Several functions, tasks or jobs run as one role.",
    page: """
      Who gets hold of one of them has what all of them need, and no log tells them apart. Give each a role of its own. Schedules
      may share the role by which they start things.
      """,
    source: "AWS Lambda Developer Guide, \"Defining Lambda function permissions with an execution role\" (2026-11-22)",
    mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    guard family.newest.kind != .schedule else { return nil }
    for role in family.newest.roles {
      let others = (context.users[role] ?? []).count - 1
      guard others > 0 else { continue }
      return family.finding(
        rule, [family.newest], "shares '\(role)' with \(others) other \(others == 1 ? "workload" : "workloads")",
        principal: role, hint: "give it a role of its own")
    }
    return nil
  }
}
