extension CronExpression: CustomStringConvertible {
  /// When it fires, in English: `at 02:30 on Monday to Friday`.
  ///
  /// Two expressions that fire alike are described alike. The zone is not mentioned.
  package var description: String {
    switch plan {
    case .reboot: return "when the host starts"
    case .interval(let seconds): return CronExpression.every(seconds)
    case .calendar(let calendar):
      if form == .at, let wall = onlyWall { return "once at \(wall.time) on \(wall.date)" }
      let times = calendar.times.description
      let days = calendar.days.description
      if days.isEmpty { return calendar.times.isClockList ? "\(times) every day" : times }
      return "\(times) \(days)"
    }
  }

  /// The one wall time of `at(…)`.
  var onlyWall: WallTime? {
    guard form == .at else { return nil }
    return calendar?.next(onOrAfter: 0).map(WallTime.init(seconds:))
  }

  private static func every(_ seconds: Int64) -> String {
    let (count, unit) =
      if seconds % 86400 == 0 {
        (seconds / 86400, "day")
      } else if seconds % 3600 == 0 {
        (seconds / 3600, "hour")
      } else {
        (seconds / 60, "minute")
      }
    return count == 1 ? "every \(unit)" : "every \(count) \(unit)s"
  }
}
