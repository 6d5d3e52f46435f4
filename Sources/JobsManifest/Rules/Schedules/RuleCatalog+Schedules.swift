extension RuleCatalog {
  static let scheduleRules: [any JobRule.Type] = [
    InvalidSchedule.self, AmbiguousDialect.self, EnglishText.self, NeverFires.self, PastTime.self, ClockChange.self,
    UnkeptPolicy.self, OverlappingRuns.self, UnknownZone.self, ZoneAbbreviation.self, AmbiguousDays.self,
    DoubtfulField.self,
    GoogleLimits.self, AmazonLimits.self, FiresInQuietHours.self, CrontabZone.self,
  ]
}
