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

  static func check(_ policy: ResourcePolicy) -> [Finding] {
    guard let own = policy.account else { return [] }
    return policy.document.statements.flatMap { statement -> [Finding] in
      guard statement.effect == .allow, let principals = statement.principals, !principals.isInverted else { return [] }
      return principals.items.compactMap { principal in
        let other: String
        switch principal {
        case .account(let number): other = number
        case .arn(let text): other = ARN(text)?.account ?? own
        default: return nil
        }
        guard other != own, !other.isEmpty else { return nil }
        return policy.finding(
          rule, statement, "\(statement.name) of the policy of '\(policy.resource)' lets \(principal.words) use it",
          principal: principal, hint: "name the role of account \(other) that needs it")
      }
    }
  }
}
