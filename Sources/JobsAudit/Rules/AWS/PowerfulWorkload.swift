/// AI141.
enum PowerfulWorkload: WorkloadRule {
  static let rule = AuditRule(
    "AI141", "powerful-workload", .critical,
    "A function, task or job runs as a role that has all rights in its account.",
    page: """
      Whoever changes its program, finds a fault in it, or starts it with other arguments rules the account. Give it a role with
      what it needs; 'jobs-audit recommend' tells that of jobs with a manifest. Who can come to have all rights by a role that
      has fewer is found by 'jobs-audit paths --privileged'.
      """,
    source: "IAM User Guide, \"Security best practices in IAM\" (2026-11-22)", mending: WorkloadRules.mending)

  static func check(_ family: WorkloadFamily, _ context: WorkloadContext) -> Finding? {
    guard let account = context.accounts[family.newest.arn.account] else { return nil }
    for role in family.newest.roles {
      guard let identity = account.identity(role) else { continue }
      let decision = account.policies(of: identity).administration(
        by: identity, account.context(of: identity, at: nil))
      guard decision.mayBe else { continue }
      var finding = family.finding(
        rule, [family.newest], "runs as '\(identity.name)', which has all rights", principal: role,
        verdict: decision.outcome == .allowed ? .proven : .possible, hint: "give it a role with what it needs")
      finding.missing = decision.outcome == .allowed ? [] : decision.missing
      return finding
    }
    return nil
  }
}
