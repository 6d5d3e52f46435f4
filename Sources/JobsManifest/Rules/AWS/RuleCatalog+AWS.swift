extension RuleCatalog {
  /// Rules on jobs that run on AWS, and on no others.
  static let awsRules: [any JobRule.Type] = [
    FargateSize.self, LambdaTimeout.self, LambdaMemory.self, RoleARN.self, LambdaEnvironment.self,
    LambdaReservedVariable.self, LambdaCodePath.self, LambdaRuntimeName.self, LambdaHandler.self,
  ]
}
