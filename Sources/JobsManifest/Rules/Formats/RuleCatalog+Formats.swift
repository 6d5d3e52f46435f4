extension RuleCatalog {
  static let formatRules: [any JobRule.Type] = [
    JobFileName.self, MissingSchedule.self, CrontopusName.self, NamespaceFolder.self,
  ]
}
