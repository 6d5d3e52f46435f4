extension RuleCatalog {
  /// Rules on what only the engine of a host keeps.
  static let hostRules: [any JobRule.Type] =
    hostKeyRules.map { $0 as any JobRule.Type } + [
      HostKeyOnCloud.self, LongDelay.self,
    ]

  /// Those that hold for a project's defaults as well.
  static let hostKeyRules: [any HostKeyRule.Type] = [
    UnknownPool.self, SmallPool.self, RepeatedName.self, UmaskText.self, CgroupFolder.self, JobQuietHours.self,
  ]
}
