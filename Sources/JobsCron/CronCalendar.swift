/// A schedule of days and times of day, on the clock of a wall.
struct CronCalendar: Hashable, Sendable {
  var times: CronTimes
  var days: CronDays
  /// Which fields were written with a star in front; Vixie's rules ask for the letter, not for the meaning.
  var stars: Stars
  /// Whether any day matches at all.
  let isPossible: Bool
  /// Whether every day matches, so that days need no search.
  private let isDaily: Bool

  struct Stars: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let minute = Stars(rawValue: 1)
    static let hour = Stars(rawValue: 2)
    static let dayOfMonth = Stars(rawValue: 4)
    static let dayOfWeek = Stars(rawValue: 8)
  }

  init(times: CronTimes, days: CronDays, stars: Stars) {
    self.times = times
    self.days = days
    self.stars = stars
    isPossible = days.isPossible
    isDaily =
      !days.restrictsDayOfMonth && !days.restrictsWeekday && days.months == CronDays.everyMonth && days.years.isEvery
  }

  /// Whether the daylight saving policy applies: neither minute nor hour starts with a star (Debian, cron 3.0pl1).
  var isFixedTime: Bool { stars.isDisjoint(with: [.minute, .hour]) }

  /// The first matching wall time, in seconds, that is not before `wall`.
  func next(onOrAfter wall: Int64) -> Int64? {
    let day = WallTime.dayNumber(wall)
    if isDaily {
      if let time = times.next(onOrAfter: Int(wall) - day * 86400) { return Int64(day * 86400 + time) }
      return Int64((day + 1) * 86400 + times.first)
    }
    guard let found = days.nextDay(onOrAfter: day) else { return nil }
    if found > day { return Int64(found * 86400 + times.first) }
    if let time = times.next(onOrAfter: Int(wall) - day * 86400) { return Int64(day * 86400 + time) }
    return days.nextDay(onOrAfter: day + 1).map { Int64($0 * 86400 + times.first) }
  }

  /// The last matching wall time, in seconds, that is not after `wall`.
  func previous(onOrBefore wall: Int64) -> Int64? {
    let day = WallTime.dayNumber(wall)
    guard let found = days.previousDay(onOrBefore: day) else { return nil }
    if found < day { return Int64(found * 86400 + times.last) }
    if let time = times.previous(onOrBefore: Int(wall) - day * 86400) { return Int64(day * 86400 + time) }
    return days.previousDay(onOrBefore: day - 1).map { Int64($0 * 86400 + times.last) }
  }

  /// Whether a wall time, in seconds, matches.
  func matches(_ wall: Int64) -> Bool { next(onOrAfter: wall) == wall }

  /// How many wall times match from `start` up to, not including, `end`.
  func count(from start: Int64, to end: Int64) -> Int {
    guard start < end else { return 0 }
    let firstDay = WallTime.dayNumber(start)
    let lastDay = WallTime.dayNumber(end)
    let before = times.count(before: Int(start) - firstDay * 86400)
    let within = times.count(before: Int(end) - lastDay * 86400)
    let startMatches = days.countDays(from: firstDay, to: firstDay + 1) == 1
    let endMatches = days.countDays(from: lastDay, to: lastDay + 1) == 1
    return days.countDays(from: firstDay, to: lastDay) * times.count
      - (startMatches ? before : 0) + (endMatches ? within : 0)
  }
}
