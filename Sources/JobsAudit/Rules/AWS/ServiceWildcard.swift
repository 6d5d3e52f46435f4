/// AI102.
enum ServiceWildcard: ActionRule {
  static let rule = AuditRule(
    "AI102", "service-wildcard", .medium, "A statement allows all actions of a service on every resource.",
    page: """
      `iam:*`, `s3:*` and the like hold what changes policies, and grow with each action that AWS adds. Write the actions
      that are used; `aws iam generate-service-last-accessed-details` tells which are.
      """,
    source: "IAM User Guide, \"Security best practices in IAM\" (2026-11-21)",
    mending: .commands)

  /// Services by which permissions or secrets are had.
  private static let sensitive: Set<String> = [
    "iam", "sts", "kms", "secretsmanager", "organizations", "ssm", "lambda", "ec2", "cloudformation", "sso",
  ]

  static func check(_ statements: [PlacedStatement], _ catalog: ActionCatalog) -> [Finding] {
    statements.compactMap { placed in
      let statement = placed.statement
      guard statement.effect == .allow, statement.reachesEverything, !statement.actions.isInverted else { return nil }
      let services = statement.actionTexts.compactMap { text -> String? in
        guard text.hasSuffix(":*"), text != "*:*" else { return nil }
        return text.dropLast(2).lowercased()
      }
      guard !services.isEmpty else { return nil }
      let names = services.map { "'\($0):*'" }.joined(separator: ", ")
      let isSensitive = services.contains { sensitive.contains($0) || $0.contains("*") }
      let levels = Set(services.flatMap { catalog.expand("\($0):*").levels })
      let granted = levels.isEmpty ? "" : ": \(ActionWords.levels(levels))"
      var finding = Finding(
        rule, "\(statement.name) of '\(placed.policy)' allows \(names) on every resource\(granted)",
        resource: placed.holder,
        severity: services.contains("iam") && statement.conditions.isEmpty ? .high : isSensitive ? nil : .low,
        hint: "write the actions that are used, and the resources", detail: "\(placed.policy) \(statement.index)",
        at: statement.location)
      finding.remedies = placed.remedies(finding)
      return finding
    }
  }
}
