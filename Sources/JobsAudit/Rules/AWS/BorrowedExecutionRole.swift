/// AI143.
enum BorrowedExecutionRole: WorkloadRule {
  static let rule = AuditRule(
    "AI143", "borrowed-execution-role", .medium, "A task or job runs as the role by which the service begins it.",
    page: """
      The execution role is for the service: it pulls images, writes logs and reads secrets to hand over. A program that runs as
      it can read every secret that the role may, and pull every image. Give the program a role of its own, or none if it calls
      nothing of AWS.
      """,
    source: "Amazon ECS Developer Guide, \"IAM roles for Amazon ECS\" (2026-11-22)", mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    guard let role = family.newest.roles.first(where: family.newest.executionRoles.contains) else { return nil }
    return family.finding(
      rule, [family.newest], "runs as its own execution role '\(role)'", principal: role,
      hint: "give it a role of its own")
  }
}
