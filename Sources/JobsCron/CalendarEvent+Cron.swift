/// A schedule of cron that fires at the same instants as a calendar event of systemd.
package enum CalendarSchedule: Hashable, Sendable {
  /// - Parameter zone: its name.
  case cron(String, dialect: CronDialect, zone: String, dst: DSTPolicy)
  /// Why no schedule is the same, as the end of a sentence.
  case impossible(String)
}

extension CalendarEvent {
  /// The schedule that `OnCalendar` writes as this very event.
  ///
  /// - Parameters:
  ///   - host: whose clock the event goes by where it names no zone.
  ///   - zones: the zone of a name; nil for one that is not known.
  ///   - now: seconds since the epoch, from which on the two have to agree.
  package func schedule(on host: Zone, zones: (String) -> Zone?, now: Int64) -> CalendarSchedule {
    guard let zone = zone.map({ zones($0) }) ?? host else {
      return .impossible("its zone '\(zone ?? "")' is not known")
    }
    guard let (day, weekday, isQuartz) = dayTexts else {
      return .impossible(
        "a day has to match by its date and its weekday at once, and no schedule of cron asks for both")
    }
    // With a star in front cron goes by real time, and systemd never does: that matters where clocks change alone.
    for (isStarred, gap) in [(true, DSTPolicy.Gap.runAfter), (true, .skip), (false, .runAfter), (false, .skip)] {
      let (text, dialect) = text(day: day, weekday: weekday, isQuartz: isQuartz, isStarred: isStarred)
      let policy = DSTPolicy(gap: gap)
      guard let expression = try? CronExpression.parse(text, dialect: dialect, seed: nil),
        case .events(let events) = OnCalendar(expression, in: zone, policy: policy, now: now), events.count == 1,
        let again = try? CalendarEvent(events[0]), again.days == days, again.times == times, again.zone == zone.name
      else { continue }
      return .cron(text, dialect: dialect, zone: zone.name, dst: policy)
    }
    return .impossible("no schedule of cron fires at the same instants in '\(zone.name)'")
  }

  /// The two fields of days, and whether Quartz alone knows them; nil for what no schedule says.
  private var dayTexts: (day: String, weekday: String, isQuartz: Bool)? {
    let last: UInt32 = 0x7f
    let week = numbers(UInt64(days.weekdays))
    switch (days.restrictsDayOfMonth, days.restrictsWeekday) {
    case (false, false): return ("*", "*", false)
    case (false, true): return ("*", CronSetText.text(week, of: 0...6, star: false), false)
    case (true, false):
      guard days.fromEnd != 0 else {
        return (CronSetText.text(numbers(UInt64(days.daysOfMonth)), of: 1...31, star: false), "*", false)
      }
      return (numbers(UInt64(days.fromEnd)).map { $0 == 0 ? "L" : "L-\($0)" }.joined(separator: ","), "?", true)
    case (true, true):
      if days.fromEnd == last { return ("?", week.map { "\($0 + 1)L" }.joined(separator: ","), true) }
      // The days 8 up to 14 have each day of the week once, which is then the second of its month.
      let nth = (0..<5).first { days.daysOfMonth == (last << UInt32($0 * 7 + 1)) & CronDays.everyDayOfMonth }
      guard let nth, days.fromEnd == 0 else { return nil }
      return ("?", week.map { "\($0 + 1)#\(nth + 1)" }.joined(separator: ","), true)
    }
  }

  private func text(
    day: String, weekday: String, isQuartz: Bool, isStarred: Bool
  ) -> (text: String, dialect: CronDialect) {
    let clock = [(times.minutes, 0...59), (times.hours, 0...23)].map { Self.text($0, of: $1, isStarred: isStarred) }
    let months = Self.text(UInt64(days.months), of: 1...12, isStarred: true)
    let seconds = Self.text(times.seconds, of: 0...59, isStarred: false)
    if isQuartz || !days.years.isEvery {
      // One of the two fields is '?', and days of the week count from 1.
      let isByWeekday = days.restrictsWeekday && !days.restrictsDayOfMonth
      let named = numbers(UInt64(days.weekdays)).map { $0 + 1 }
      let days =
        isQuartz
        ? [day, months, weekday]
        : isByWeekday ? ["?", months, CronSetText.text(named, of: 1...7, star: false)] : [day, months, "?"]
      let years = self.days.years.isEvery ? [] : [CronSetText.text(self.days.years.list, of: 1970...2199, star: false)]
      return (([seconds] + clock + days + years).joined(separator: " "), .quartz)
    }
    let fields = clock + [day, months, weekday]
    return times.seconds == 1
      ? (fields.joined(separator: " "), .unix) : (([seconds] + fields).joined(separator: " "), .seconds)
  }

  /// - Parameter isStarred: whether whole steps and the full range begin with `*`.
  private static func text(_ set: UInt64, of all: ClosedRange<Int>, isStarred: Bool) -> String {
    let numbers = numbers(set)
    let isWhole =
      CronWords.step(numbers).map { numbers[0] == all.lowerBound && numbers.count * $0 == all.count } ?? false
    return CronSetText.text(numbers, of: all, star: isStarred && (isWhole || numbers.count == all.count))
  }
}
