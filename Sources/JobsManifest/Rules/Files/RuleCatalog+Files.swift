extension RuleCatalog {
  static let fileRules: [any SetRule.Type] = [DuplicateJob.self, MarkerClash.self, Herd.self] + variableSetRules

  /// Rules on one job that look into the project file.
  static let fileJobRules: [any JobRule.Type] = [UnknownRoute.self]

  /// What is found before a job's environments are told apart.
  static let fileKinds: [any Rule.Type] = [UnknownEnvironment.self]
}
