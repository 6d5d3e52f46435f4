/// The ways to write a schedule. Raw values are what a manifest says under `dialect`.
package enum CronDialect: String, Sendable, Hashable, CaseIterable {
  /// Five fields as in crontab(5) of Debian: minute, hour, day of month, month, day of week; and `@macros`.
  case unix
  /// Six fields, seconds first; otherwise as `unix`.
  case seconds
  /// Quartz: six or seven fields, seconds first, the year last; `?`, `L`, `W`, `#`; days of the week 1 (Sunday) up to 7.
  case quartz
  /// Amazon EventBridge: `cron(…)` with six fields and a year, `rate(…)`, `at(…)`.
  case eventbridge
}
