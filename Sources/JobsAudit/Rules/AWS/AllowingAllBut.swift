/// AI103.
enum AllowingAllBut: AccountRule {
  static let rule = AuditRule(
    "AI103", "allow-not-action", .high, "An allowing statement with NotAction allows all that is not written.",
    page: """
      `NotAction` with `Allow` grants every other action of every service, those that AWS will add included; `NotResource`
      grants on every other resource. Both mostly were meant to forbid. Write what is allowed, and what is not as `Deny`.
      """,
    source: "IAM User Guide, \"IAM JSON policy elements: NotAction\" (2026-11-21)",
    mending: .commands)

  static func check(_ account: AWSAccount) -> [Finding] {
    account.ownStatements.compactMap { placed in
      let statement = placed.statement
      let notResource = statement.resources?.isInverted == true
      guard statement.effect == .allow, statement.actions.isInverted || notResource else { return nil }
      let element = statement.actions.isInverted ? "NotAction" : "NotResource"
      var finding = Finding(
        rule, "\(statement.name) of '\(placed.policy)' allows with \(element) all that it does not name",
        resource: placed.holder, severity: statement.actions.isInverted ? nil : .medium,
        hint: "write what is allowed; what is not, as a statement that denies",
        detail: "\(placed.policy) \(statement.index)", at: statement.location)
      finding.remedies = placed.remedies(finding)
      return finding
    }
  }
}
