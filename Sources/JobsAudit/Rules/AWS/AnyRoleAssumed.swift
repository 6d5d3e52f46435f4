/// AI105.
enum AnyRoleAssumed: AccountRule {
  static let rule = AuditRule(
    "AI105", "assume-any-role", .medium, "A statement allows to assume every role there is.",
    page: """
      Every role whose trust policy names the account is open to whoever has this statement, and so are roles of other
      accounts. Name the roles that are needed.
      """,
    source: "IAM User Guide, \"Granting a user permissions to switch roles\" (2026-11-21)",
    mending: .commands)

  static func check(_ account: AWSAccount) -> [Finding] {
    account.ownStatements.compactMap { placed in
      let statement = placed.statement
      guard statement.allows("sts:assumerole"), !statement.actions.isInverted, statement.reachesEverything,
        !statement.namesEveryAction
      else { return nil }
      var finding = Finding(
        rule, "\(statement.name) of '\(placed.policy)' lets assume every role that trusts the account",
        resource: placed.holder, hint: "name the roles as its resources", detail: "\(placed.policy) \(statement.index)",
        at: statement.location)
      finding.remedies = placed.remedies(finding)
      return finding
    }
  }
}
