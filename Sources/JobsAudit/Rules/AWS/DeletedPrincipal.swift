/// AI109.
enum DeletedPrincipal: AccountRule {
  static let rule = AuditRule(
    "AI109", "deleted-principal", .low, "A trust policy names a user or role that was deleted.",
    page: """
      AWS puts the id of a principal in place of its ARN once that is deleted. Nobody can use the entry any more, and who
      makes a principal of the same name does not get it; it shows that the policy is not looked after.
      """,
    source: "IAM User Guide, \"IAM role principals\" (2026-11-21)",
    mending: .commands)

  static func check(_ account: AWSAccount) -> [Finding] {
    account.trusts.flatMap { role, trust in
      trust.statements.flatMap { statement in
        (statement.principals?.items ?? []).compactMap { principal in
          guard case .deleted(let id) = principal else { return nil }
          var finding = Finding(
            rule, "the trust policy of '\(role.arn.text)' names '\(id)', which was deleted", resource: role.arn.text,
            principal: id, hint: "take it out of the trust policy", detail: "\(statement.index)", at: statement.location
          )
          finding.remedies = role.remedies(without: [principal], statement, finding)
          return finding
        }
      }
    }
  }
}
