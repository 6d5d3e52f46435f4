/// AI123.
enum ForeignUser: ResourcePolicyRule {
  static let rule = AuditRule(
    "AI123", "foreign-user", .low, "A resource lets another account use it.",
    page: """
      Who may act in the other account is decided there. Name its role instead of the account where one will do, and take the
      statement away where nobody knows whose account it is.
      """,
    source: "IAM User Guide, \"Cross account resource access in IAM\" (2026-11-22)",
    mending: ResourcePolicyRules.mending)

  static func check(_ policy: ResourcePolicy, of account: AWSAccount?) -> [Finding] {
    guard let own = policy.account else { return [] }
    return policy.document.statements.flatMap { statement -> [Finding] in
      guard statement.effect == .allow, let principals = statement.principals, !principals.isInverted else { return [] }
      return principals.items.compactMap { principal in
        let outsider: Outsider
        switch principal {
        case .account(let number): outsider = Outsider(kind: .account, principal: number)
        case .arn(let text): outsider = Outsider(kind: .identity, principal: text)
        default: return nil
        }
        guard let other = outsider.caller.account, other != own, !other.isEmpty else { return nil }
        let denial = policy.denial(statement, to: outsider, in: account)
        // The organisation keeps it out, whatever the policy says.
        guard denial.outcome != .explicitlyDenied else { return nil }
        return policy.finding(
          rule, statement,
          "\(statement.name) of the policy of '\(policy.resource)' lets \(principal.words) use it",
          principal: principal, unless: denial,
          hint: "name the role of account \(other) that needs it")
      }
    }
  }
}
