extension RuleCatalog {
  /// Rules on what every format can say.
  static let commonRules: [any JobRule.Type] = [
    JobName.self, VariableName.self, CheckInAddress.self, CheckInTimeout.self, DisabledRetry.self, EmptySelector.self,
    DisabledAndPaused.self, NullByte.self, KeyOfOtherTarget.self,
  ]
}
