/// All rules, by their codes.
package enum RuleCatalog {
  package static let all: [AuditRule] =
    (AccountRules.rules + ResourcePolicyRules.all.map { $0.rule } + WorkloadRules.all.map { $0.rule }
    + PolicyRules.all.map { $0.rule }
    + ManifestRules.all.map { $0.rule }
    + UseRules.all.map { $0.rule } + AccessWatch.rules.map { $0.rule } + SuppressionFinding.rules + AdviceRules.all + [
      EscalationRule.rule, ForbiddenPolicy.rule, RegainedAccess.rule, UndeclaredGrant.rule, MissingGrant.rule,
    ]).sorted {
      $0.code < $1.code
    }

  package static func rule(_ code: String) -> AuditRule? { all.first { $0.code == code.uppercased() } }
}
