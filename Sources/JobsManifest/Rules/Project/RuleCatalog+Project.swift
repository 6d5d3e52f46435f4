extension RuleCatalog {
  static let projectFileRules: [any ProjectRule.Type] = [
    QuietHoursText.self, ProjectZone.self, DefaultSchedule.self, AmountText.self, AccountNumber.self, PlaceName.self,
    EnvironmentName.self, VariableDeclaration.self, SharedBranch.self, MissingApprovers.self, SilentRoute.self,
    SuppressionEnd.self, RegistryPattern.self, TerraformEnvironment.self, ShadowedVariable.self, FailureRow.self,
    FreezeTime.self, ImageRetentionText.self,
  ]
}
