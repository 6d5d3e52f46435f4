/// A schedule as calendar events of systemd (systemd.time(7) of version 252), which fire at the same instants.
package enum OnCalendar: Hashable, Sendable {
  /// One `OnCalendar=` each, with the time zone; what any of them matches is a fire.
  case events([String])
  /// Why systemd cannot keep it, as the end of a sentence.
  case impossible(String)

  /// - Parameters:
  ///   - zone: whose clock the schedule goes by.
  ///   - policy: what becomes of fixed times that do not exist or exist twice.
  ///   - now: seconds since the epoch, from which on the events have to agree.
  package init(_ expression: CronExpression, in zone: Zone, policy: DSTPolicy, now: Int64) {
    switch expression.plan {
    case .reboot: self = .impossible("it fires when its host starts")
    case .interval: self = .impossible("a rate counts from the instant it was made, not by the clock")
    case .calendar(let calendar): self = Self.events(calendar, zone, policy, now)
    }
  }

  /// Far enough for rules that are known, in seconds.
  private static let horizon: Int64 = 10 * 366 * 86400

  private static func events(_ calendar: CronCalendar, _ zone: Zone, _ policy: DSTPolicy, _ now: Int64) -> OnCalendar {
    let days: [String]
    switch calendar.days.systemd {
    case .events(let found): days = found
    case .impossible(let reason): return .impossible(reason)
    }
    let transitions = zone.transitions(in: now..<now + horizon)
    let byClock = OnCalendar.events(days.map { "\($0) \(calendar.times.systemd) \(zone.name)" })
    let touched = transitions.filter { calendar.matches(in: $0.walls) }
    guard !touched.isEmpty else { return byClock }
    // What runs in each hour of each day by real time asks for the minute alone, which is the same by the clock of UTC.
    let shifts = Set(([now] + transitions.map(\.epoch)).map { (zone.utcOffset(at: $0) % 3600 + 3600) % 3600 })
    if calendar.isHourly, !calendar.isFixedTime, shifts == [0] {
      return .events(["*-*-* \(calendar.times.systemd) UTC"])
    }
    guard calendar.isFixedTime else {
      return .impossible("it fires by real time, and systemd leaves out hours where clocks of '\(zone.name)' change")
    }
    // A day's time that does not exist is passed over, and one that exists twice counts once, at the first.
    if policy.gap != .skip, let gap = touched.first(where: \.isGap) {
      return .impossible(
        "systemd passes over times that do not exist in '\(zone.name)', from \(clock(gap.walls.lowerBound)) on")
    }
    if policy.repeat != .first, touched.contains(where: { !$0.isGap }) {
      return .impossible("systemd fires at the first of two equal times in '\(zone.name)' alone")
    }
    return byClock
  }

  /// The time of day of wall seconds, such as `02:00`.
  private static func clock(_ wall: Int64) -> String {
    let minute = Int((wall % 86400 + 86400) % 86400) / 60
    return "\(SystemdSet.digits(minute / 60)):\(SystemdSet.digits(minute % 60))"
  }
}

extension CronCalendar {
  /// Whether it fires in each hour of each day.
  fileprivate var isHourly: Bool {
    times.hours == 0xff_ffff && !days.restrictsDayOfMonth && !days.restrictsWeekday
      && days.months == CronDays.everyMonth
      && days.years.isEvery
  }

  /// Whether one of its times lies in a range of wall seconds.
  fileprivate func matches(in walls: Range<Int64>) -> Bool {
    next(onOrAfter: walls.lowerBound).map { $0 < walls.upperBound } ?? false
  }
}

extension CronTimes {
  fileprivate var systemd: String {
    [(hours, 0...23), (minutes, 0...59), (seconds, 0...59)].map { SystemdSet.text($0, of: $1) }.joined(separator: ":")
  }
}

extension CronDays {
  /// The days as `Mon..Fri *-01-08..14`, without a time.
  fileprivate var systemd: OnCalendar {
    if nearWeekday | fromEndNearWeekday != 0 { return .impossible("it has 'W', and systemd knows no nearest weekday") }
    let years = self.years.isEvery ? "*" : self.years.list.map { String($0) }.joined(separator: ",")
    let months = SystemdSet.text(UInt64(self.months), of: 1...12)
    let everyDay = ["\(years)-\(months)-*"]
    switch (restrictsDayOfMonth, restrictsWeekday) {
    case (false, false): return .events(everyDay)
    case (true, false): return .events(either ? everyDay : byDay(years, months))
    case (false, true): return .events(either ? everyDay : byWeekday(years, months))
    case (true, true):
      if either { return .events(byDay(years, months) + byWeekday(years, months)) }
      guard nthWeekday == 0, lastWeekday == 0 else { return .impossible("it restricts days in more ways than one") }
      return .events(byDay(years, months).map { "\(weekdayNames(weekdays)) \($0)" })
    }
  }

  private func byDay(_ years: String, _ months: String) -> [String] {
    var events: [String] = []
    let plain = UInt64(daysOfMonth & Self.everyDayOfMonth)
    if plain != 0 { events.append("\(years)-\(months)-\(SystemdSet.text(plain, of: 1...31))") }
    // '~01' is a month's last day.
    let last = (0..<31).filter { fromEnd >> UInt32($0) & 1 == 1 }.map { SystemdSet.digits($0 + 1) }
    if !last.isEmpty { events.append("\(years)-\(months)~\(last.joined(separator: ","))") }
    return events
  }

  private func byWeekday(_ years: String, _ months: String) -> [String] {
    var events: [String] = []
    if weekdays != 0 { events.append("\(weekdayNames(weekdays)) \(years)-\(months)-*") }
    for nth in 0..<5 {
      let named = UInt8(truncatingIfNeeded: nthWeekday >> UInt64(nth * 8))
      guard named != 0 else { continue }
      let range = "\(SystemdSet.digits(nth * 7 + 1))..\(SystemdSet.digits(min(nth * 7 + 7, 31)))"
      events.append("\(weekdayNames(named)) \(years)-\(months)-\(range)")
    }
    // The last seven days have each day of the week once.
    if lastWeekday != 0 { events.append("\(weekdayNames(lastWeekday)) \(years)-\(months)~01..07") }
    return events
  }

  private func weekdayNames(_ days: UInt8) -> String {
    let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    return names.indices.filter { days >> UInt8($0) & 1 == 1 }.map { names[$0] }.joined(separator: ",")
  }
}

/// Numbers as a component of a calendar event.
private enum SystemdSet {
  static func text(_ set: UInt64, of range: ClosedRange<Int>) -> String {
    let numbers = range.filter { set >> UInt64($0) & 1 == 1 }
    guard numbers.count < range.count else { return "*" }
    var items: [String] = []
    var at = 0
    while at < numbers.count {
      var end = at
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - at >= 2 {
        items.append("\(digits(numbers[at]))..\(digits(numbers[end]))")
        at = end + 1
      } else {
        items.append(digits(numbers[at]))
        at += 1
      }
    }
    return items.joined(separator: ",")
  }

  static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
