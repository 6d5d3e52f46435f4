import JobsCore

/// AI207.
enum UnusedRole: UseRule {
  static let rule = AuditRule(
    "AI207", "unused-role", .low, "A role has not been used for 90 days.",
    page: """
      What a role may do, whoever it trusts may do. AWS looks back 400 days; a role that nobody became in that time is mostly
      left over.
      """,
    source: "IAM User Guide, \"Refine permissions using last accessed information\" (2026-11-22)",
    mending: .commands)

  private static let days: Int64 = 90

  static func check(_ seen: Observation, at now: Instant) -> Finding? {
    // What AWS made for its own services comes and goes with them.
    guard case .role(let role) = seen, !role.arn.contains(":role/aws-service-role/") else { return nil }
    guard let since = role.lastUsed ?? role.created, since.days(until: now) >= days else { return nil }
    var finding = Finding(
      rule,
      role.lastUsed == nil
        ? "role '\(role.arn)' of \(since.day) was never used\(since.days(until: now) > 400 ? " in 400 days" : "")"
        : "role '\(role.arn)' was last used on \(since.day)",
      resource: role.arn, principal: role.arn, hint: "deny its sessions or its trust first, and delete it later",
      at: role.location)
    if let arn = ARN(role.arn) {
      finding.remedies = [
        AWSRemedy.switchingOff(role: arn.name, unusedSince: now.adding(seconds: -days * 86_400), file: finding.file)
      ]
    }
    return finding
  }
}
