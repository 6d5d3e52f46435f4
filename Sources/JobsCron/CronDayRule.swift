/// How day of month and day of week go together where both are restricted.
package struct CronDayRule: Hashable, Sendable {
  package enum Joined: Sendable, Hashable {
    /// A day matches if one of the two fields does.
    case either
    /// A day matches if both fields do.
    case both
    /// One field lists every value without a star, so the other has no effect: `0 0 1-31 * 1` fires every day.
    case withoutEffect
  }

  package let joined: Joined
  /// How Debian's cron, and so this suite, reads it: `on 1 April if it is Saturday or Sunday`.
  package let reading: String
  /// How engines without the rule of the star read it (croniter, robfig/cron, Kubernetes); nil where they agree.
  package let otherReading: String?

  /// One sentence for a diagnostic.
  package var message: String {
    switch joined {
    case .either: "both days are restricted, and either is enough: it fires \(reading)"
    case .both:
      "both days are restricted and one starts with '*', so Debian's cron wants both: it fires \(reading)"
        + (otherReading.map { "; other engines fire \($0)" } ?? "")
    case .withoutEffect: "one of the two days lists every value without '*', so the other has no effect"
    }
  }
}

extension CronExpression {
  /// The rule for the days where both fields are restricted, or one is without effect; nil where there is no doubt.
  ///
  /// Quartz and EventBridge want a `?` in one of them, so there it is never in doubt.
  package var ambiguousDays: CronDayRule? {
    guard let days = calendar?.days, !dialect.isQuartzLike else { return nil }
    switch (days.restrictsDayOfMonth, days.restrictsWeekday) {
    case (false, false): return nil
    case (true, true):
      var other = days
      other.either = true
      return days.either
        ? CronDayRule(joined: .either, reading: days.description, otherReading: nil)
        : CronDayRule(joined: .both, reading: days.description, otherReading: other.description)
    default:
      guard days.either else { return nil }
      return CronDayRule(joined: .withoutEffect, reading: "every day", otherReading: nil)
    }
  }
}
