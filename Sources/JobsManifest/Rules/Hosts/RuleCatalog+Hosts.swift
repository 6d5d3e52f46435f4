extension RuleCatalog {
  /// Rules on what only the engine of a host keeps.
  static let hostRules: [any JobRule.Type] = [
    UnknownPool.self, SmallPool.self, RepeatedName.self, HostKeyOnCloud.self, UmaskText.self, CgroupFolder.self,
    JobQuietHours.self, LongDelay.self,
  ]
}
