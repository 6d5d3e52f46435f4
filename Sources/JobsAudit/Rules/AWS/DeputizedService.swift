/// AI122.
enum DeputizedService: ResourcePolicyRule {
  static let rule = AuditRule(
    "AI122", "deputized-service", .medium, "A resource lets a service of AWS use it, on whosever behalf.",
    page: """
      A service acts for all its customers. Where the policy of a resource names the service alone, somebody else's bucket,
      rule or topic can have it call your function or write to your queue: the confused deputy. Ask for `aws:SourceArn`, or for
      `aws:SourceAccount` or `aws:SourceOrgID`.
      """,
    source: "IAM User Guide, \"The confused deputy problem\" (2026-11-22)",
    mending: ResourcePolicyRules.mending)

  /// Keys by which a service says for whose resource it asks.
  static let asked: Set<String> = [
    "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths",
    "aws:sourceowner",
    "kms:viaservice", "kms:calleraccount",
  ]

  static func check(_ policy: ResourcePolicy, of account: AWSAccount?) -> [Finding] {
    policy.document.statements.flatMap { statement -> [Finding] in
      guard statement.effect == .allow, let principals = statement.principals, !principals.isInverted,
        !statement.isNarrowed(by: asked)
      else { return [] }
      return principals.items.compactMap { principal in
        guard case .service(let name) = principal else { return nil }
        let denial = policy.denial(
          statement, to: Outsider(kind: .deputy, principal: name), in: account)
        guard denial.outcome != .explicitlyDenied else { return nil }
        return policy.finding(
          rule, statement,
          "\(statement.name) of the policy of '\(policy.resource)' lets '\(name)' use it for whatever account",
          principal: principal, unless: denial,
          hint: "ask for 'aws:SourceArn' or 'aws:SourceAccount'")
      }
    }
  }
}
