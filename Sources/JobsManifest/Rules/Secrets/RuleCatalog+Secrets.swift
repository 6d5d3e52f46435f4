extension RuleCatalog {
  static let secretRules: [any JobRule.Type] = [ProviderKey.self]

  /// What the check of `ProviderKey` finds besides.
  static let secretKinds: [any Rule.Type] = [
    PrivateKey.self, URLPassword.self, TellingValue.self, PlaceholderSecret.self, CheckInSecret.self,
  ]
}
