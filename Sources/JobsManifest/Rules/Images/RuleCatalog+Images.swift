extension RuleCatalog {
  static let imageRules: [any JobRule.Type] = [
    ImageGrammar.self, MissingTag.self, LatestTag.self, DigestInProduction.self, RegistryPolicy.self,
    ContainerRegistry.self,
    NothingToRun.self, ImageOnHost.self, EmptyCommand.self, CommandWords.self, ShellOperator.self, RelativeCommand.self,
    WorkingDirectory.self, FunctionCodePlace.self,
  ]
}
