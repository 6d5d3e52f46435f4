extension RuleCatalog {
  static let variableRules: [any JobRule.Type] = []

  /// What is found while variables are put in.
  static let variableKinds: [any Rule.Type] = [WrongVariable.self]

  static let variableSetRules: [any SetRule.Type] = [UnusedVariable.self, PartialVariable.self]
}
