/// AI121.
enum OpenResource: ResourcePolicyRule {
  static let rule = AuditRule(
    "AI121", "open-resource", .critical, "The policy of a resource lets everybody use it.",
    page: """
      A statement with the principal `*`, or with `NotPrincipal`, lets anybody of any account use the resource, unless a
      condition stops them. Where a resource control policy of the organisation keeps everybody else out, those within it remain.
      A condition on `lambda:FunctionUrlAuthType` stops nobody: with `NONE` a function's URL answers whoever asks. Name the
      principals, or the organisation by `aws:PrincipalOrgID`. Of secrets put the policy with
      `--block-public-policy`, of buckets block public access for the whole account.
      """,
    source: "IAM User Guide, \"AWS JSON policy elements: Principal\" (2026-11-22)",
    mending: ResourcePolicyRules.mending, controls: [.aws("2.21")])

  static func check(_ policy: ResourcePolicy, of account: AWSAccount?) -> [Finding] {
    policy.document.statements.compactMap { statement in
      guard statement.effect == .allow, let principals = statement.principals,
        principals.isInverted || principals.items.contains(.anyone),
        !statement.isNarrowed(by: ResourcePolicy.narrowing)
      else { return nil }
      let denial = policy.denial(
        statement, to: Outsider(kind: .everybody, principal: "*"), in: account)
      let isWithin = denial.outcome == .explicitlyDenied
      let who =
        (principals.isInverted ? "everybody whom it does not name" : "everybody")
        + (isWithin ? " of the organisation" : "")
      return policy.finding(
        rule, statement,
        "\(statement.name) of the policy of '\(policy.resource)' lets \(who) use it",
        principal: .anyone, unless: denial, severity: isWithin ? .medium : nil,
        hint: "name the principals, or ask for 'aws:PrincipalOrgID'")
    }
  }
}
