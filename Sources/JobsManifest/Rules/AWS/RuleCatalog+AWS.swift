extension RuleCatalog {
  static let awsRules: [any JobRule.Type] = [
    FargateSize.self, LambdaTimeout.self, LambdaMemory.self, RoleARN.self, LambdaEnvironment.self,
    LambdaReservedVariable.self,
  ]
}
