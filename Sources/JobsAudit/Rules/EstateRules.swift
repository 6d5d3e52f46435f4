/// What is found once all of an input was read; policies of Google are judged before, as they pass.
package enum EstateRules {
  /// - Parameter organisation: what the organisation asks; nil where nobody says so.
  package static func check(_ estate: Estate, organisation: AuditPolicy? = nil) -> [Finding] {
    let accounts = estate.accountOrder.compactMap { estate.accounts[$0] }
    return estate.desired.findings
      + (accounts + estate.singles.map(\.account)).flatMap { account in
        AccountRules.check(account, estate.data.actions)
          + ForbiddenPolicy.check(account, organisation)
      }
      + estate.resourcePolicies.flatMap { policy in
        // Where a resource does not say whose it is, there may be one account only.
        let only = policy.account == nil && accounts.count == 1 ? accounts.first : nil
        return ResourcePolicyRules.check(
          policy, of: policy.account.flatMap { estate.accounts[$0] } ?? only)
      }
      + WorkloadRules.check(estate.workloads, estate.accounts)
  }
}
