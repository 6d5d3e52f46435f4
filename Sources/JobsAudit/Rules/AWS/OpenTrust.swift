/// AI106.
enum OpenTrust: AccountRule {
  static let rule = AuditRule(
    "AI106", "open-trust", .critical, "A role trusts everybody.",
    page: """
      A trust policy with the principal `*`, or with `NotPrincipal`, lets anybody of any account become the role, unless a
      condition stops them. Name the principals, or the account, or the organisation by `aws:PrincipalOrgID`. Where a resource
      control policy of the organisation keeps everybody else out, those within it remain.
      """,
    source: "IAM User Guide, \"AWS JSON policy elements: Principal\" (2026-11-21)",
    mending: .commands, controls: [.aws("2.21")])

  /// Keys by which a request from elsewhere is told apart.
  private static let narrowing: Set<String> = [
    "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:sourceaccount",
    "aws:sourcearn", "aws:sourceorgid", "aws:sourcevpc", "aws:sourcevpce", "sts:externalid", "aws:sourceip",
  ]

  static func check(_ account: AWSAccount) -> [Finding] {
    account.trusts.flatMap { role, trust in
      trust.statements.compactMap { statement -> Finding? in
        guard statement.effect == .allow, let principals = statement.principals,
          principals.isInverted || principals.items.contains(.anyone)
        else { return nil }
        let isNarrowed = statement.isNarrowed(by: narrowing)
        let keys = statement.conditions.map { "'\($0.key)'" }.joined(separator: ", ")
        let outsiders = account.denial(of: role, to: nil)
        let isWithin = outsiders.outcome == .explicitlyDenied
        let isPossible = isNarrowed || outsiders.outcome == .possible
        var finding = Finding(
          rule,
          "'\(role.arn.text)' can be assumed by \(principals.isInverted ? "everybody whom its trust policy does not name" : "everybody")"
            + (isWithin ? " of the organisation" : "") + (isNarrowed ? " who fits \(keys)" : ""),
          resource: role.arn.text, principal: "*", verdict: isPossible ? .possible : .proven,
          severity: isNarrowed || isWithin ? .medium : nil, hint: "name the principals in the trust policy",
          detail: "\(statement.index)", at: statement.location)
        finding.remedies = role.remedies(without: [.anyone], statement, finding)
        finding.missing = (isNarrowed ? ["who fits \(keys)"] : []) + outsiders.missing
        return finding
      }
    }
  }
}
