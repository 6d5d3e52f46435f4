extension CronExpression {
  /// How many fires a day has on which it fires at all, by the wall clock; a rate's average, rounded up; 0 for `@reboot`.
  package var firesPerDay: Int {
    switch plan {
    case .calendar(let calendar): calendar.times.count
    case .interval(let seconds): Int((86400 + seconds - 1) / seconds)
    case .reboot: 0
    }
  }

  /// The shortest time between two fires, in seconds, on days without a change of the clock; nil where there are no two.
  package var minimumInterval: Int? {
    switch plan {
    case .calendar(let calendar):
      guard calendar.isPossible else { return nil }
      let times = calendar.times
      let overnight = 86400 - times.last + times.first
      let within = times.shortestDistance
      if let within, within <= overnight { return within }
      let between = calendar.days.shortestDistance.map { ($0 - 1) * 86400 + overnight }
      return [within, between].compactMap(\.self).min()
    case .interval(let seconds): return Int(seconds)
    case .reboot: return nil
    }
  }
}

extension CronTimes {
  /// The shortest time between two fires of one day, in seconds.
  fileprivate var shortestDistance: Int? {
    let second = CronTimes.distance(seconds)
    let minute = CronTimes.distance(minutes).map { $0 * 60 - seconds.highestBit + seconds.trailingZeroBitCount }
    let inHour =
      (minutes.highestBit - minutes.trailingZeroBitCount) * 60 + seconds.highestBit - seconds.trailingZeroBitCount
    let hour = CronTimes.distance(hours).map { $0 * 3600 - inHour }
    return [second, minute, hour].compactMap(\.self).min()
  }

  private static func distance(_ bits: UInt64) -> Int? {
    let all = numbers(bits)
    return zip(all, all.dropFirst()).map { $1 - $0 }.min()
  }
}

extension CronDays {
  /// The shortest time between two matching days, in days.
  ///
  /// Weekdays alone repeat within every month. Days of the month alone repeat after a leap year, and together with
  /// weekdays after 28 years (but for years such as 2100), so as many are looked at; the search ends at two days in a row.
  fileprivate var shortestDistance: Int? {
    if !restrictsDayOfMonth, !either, lastWeekday == 0, nthWeekday == 0 {
      let week = numbers(UInt64(weekdays))
      return zip(week, week.dropFirst() + [week[0] + 7]).map { $1 - $0 }.min()
    }
    let firstYear = years.next(onOrAfter: years.isEvery ? 2001 : CronYears.base) ?? CronYears.base
    let start = CivilDay.number(year: firstYear, month: 1, day: 1)
    let onlyDays = !restrictsWeekday && nearWeekday | fromEndNearWeekday == 0
    let end = start + (years.isEvery ? onlyDays ? 9 : 28 : 256) * 366
    var last: Int?
    var shortest: Int?
    var day = nextDay(onOrAfter: start)
    while let found = day, found < end {
      if let last { shortest = min(shortest ?? .max, found - last) }
      if shortest == 1 { return 1 }
      last = found
      day = nextDay(onOrAfter: found + 1)
    }
    return shortest
  }
}

extension UInt64 {
  fileprivate var highestBit: Int { 63 - leadingZeroBitCount }
}
