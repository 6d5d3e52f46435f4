/// AI107.
enum ForeignTrust: AccountRule {
  static let rule = AuditRule(
    "AI107", "foreign-account", .medium, "A role trusts another account without an external id.",
    page: """
      Somebody who makes the other account act for them can have it use the role too: the confused deputy. Where the other
      account is somebody else's, ask for `sts:ExternalId`; where it is your own, name its role instead of the account.
      """,
    source: "IAM User Guide, \"The confused deputy problem\" (2026-11-21)",
    mending: .commands)

  static func check(_ account: AWSAccount) -> [Finding] {
    account.trusts.flatMap { role, trust in
      trust.statements.flatMap { statement -> [Finding] in
        guard statement.effect == .allow, let principals = statement.principals, !principals.isInverted else {
          return []
        }
        let isAsked = statement.isNarrowed(by: ["sts:externalid", "aws:principalorgid", "aws:principalarn"])
        return principals.items.compactMap { principal in
          guard let other = foreignAccount(principal, account.number) else { return nil }
          let isWhole = if case .account = principal { true } else { false }
          guard !isAsked else { return nil }
          let arn = if case .arn(let text) = principal { text } else { String?.none }
          let denial = account.denial(of: role, to: other, arn: arn)
          // The organisation keeps it out, whatever the role says.
          guard denial.outcome != .explicitlyDenied else { return nil }
          var finding = Finding(
            rule, "'\(role.arn.text)' can be assumed by \(principal.words) without an external id",
            resource: role.arn.text, principal: principal.words, severity: isWhole ? nil : .low,
            hint: "ask for 'sts:ExternalId', or name a role of account \(other) that is yours",
            detail: "\(statement.index)", at: statement.location)
          finding.remedies = role.remedies(without: [principal], statement, finding)
          if denial.outcome == .possible {
            finding.verdict = .possible
            finding.missing = denial.missing
          }
          if account.number.isEmpty {
            finding.verdict = .possible
            finding.missing = ["which account the role is of"]
          }
          return finding
        }
      }
    }
  }

  private static func foreignAccount(_ principal: PolicyPrincipal, _ own: String) -> String? {
    switch principal {
    case .account(let number): number == own ? nil : number
    case .arn(let text): ARN(text).flatMap { $0.account == own || $0.account.isEmpty ? nil : $0.account }
    default: nil
    }
  }
}
