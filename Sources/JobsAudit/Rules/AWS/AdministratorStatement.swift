/// AI101.
enum AdministratorStatement: AccountRule {
  static let rule = AuditRule(
    "AI101", "administrator-statement", .high, "A policy of the account allows every action on every resource.",
    page: """
      Whoever has the policy can do all that there is to do, and so take all traces away. Write the actions that are
      needed, or attach AdministratorAccess itself to the few who need all, so that it is seen where it is attached.
      """,
    source: "CIS AWS Foundations Benchmark 7.0, 2.14 (2026-11-21)",
    mending: .commands, controls: [.aws("2.14")])

  static func check(_ account: AWSAccount) -> [Finding] {
    account.ownStatements.compactMap { placed in
      let statement = placed.statement
      guard statement.effect == .allow, statement.reachesEverything, !statement.actions.isInverted,
        statement.namesEveryAction
      else { return nil }
      var finding = Finding(
        rule, "\(statement.name) of '\(placed.policy)' allows everything on everything", resource: placed.holder,
        severity: statement.conditions.isEmpty ? nil : .medium,
        hint: "write the actions and resources that are needed", detail: "\(placed.policy) \(statement.index)",
        at: statement.location)
      finding.remedies = placed.remedies(finding)
      return finding
    }
  }
}
