/// The proof that a schedule does not fire.
package enum CronNever: Hashable, Sendable {
  /// No year has the day, such as 30 February.
  case noSuchDay(String)
  /// Its last fire, in seconds since the epoch, lies before the instant asked about.
  case over(last: Int64?)

  /// `there is no 30 February`; what it is about goes in front.
  package var message: String {
    switch self {
    case .noSuchDay(let day): "there is no \(day)"
    case .over(let last):
      last.map { "its last time, \(WallTime(seconds: $0)) UTC, is over" } ?? "its time is over"
    }
  }
}

extension CronExpression {
  /// Why it does not fire after an instant; nil where it does, and for `@reboot`, which no clock decides.
  ///
  /// - Parameter epoch: seconds since the epoch.
  package func never(after epoch: Int64, in zone: Zone, dst: DSTPolicy = DSTPolicy()) -> CronNever? {
    guard let calendar else { return nil }
    if !calendar.isPossible { return .noSuchDay(calendar.days.impossibleDay) }
    if nextFire(after: epoch, in: zone, dst: dst) != nil { return nil }
    return .over(last: previousFire(before: epoch, in: zone, dst: dst))
  }
}

extension CronDays {
  /// Whether some day of some year matches, whatever the years of the schedule.
  fileprivate var isPossibleInAnyYear: Bool {
    var days = self
    days.years = .every
    return days.isPossible
  }

  /// `30 February`, `day 31 of February and April`, `29 February in 2027`.
  fileprivate var impossibleDay: String {
    var days = self
    if isPossibleInAnyYear { return CronDays.bare(description) }
    days.weekdays = CronDays.everyWeekday
    days.lastWeekday = 0
    days.nthWeekday = 0
    days.years = .every
    return CronDays.bare(days.isPossible ? description : days.dayWords)
  }

  /// Without `on` and the article, to stand after `there is no`.
  private static func bare(_ words: String) -> String {
    let day = words.dropFirst("on ".count)
    return String(day.hasPrefix("the ") ? day.dropFirst("the ".count) : day)
  }
}
