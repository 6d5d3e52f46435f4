/// A schedule in another dialect, or why that dialect cannot say it.
package enum CronConversion: Hashable, Sendable {
  case text(String)
  /// The reason, as the end of a sentence: `it has seconds`.
  case impossible(String)

  package var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  package var reason: String? {
    guard case .impossible(let reason) = self else { return nil }
    return reason
  }
}

extension CronExpression {
  /// The same fires in five fields, with `H` and macros resolved.
  package var asUnix: CronConversion {
    switch plan {
    case .reboot: return dialect == .unix ? .text(text) : .impossible("it fires when its host starts")
    case .interval: return .impossible("a rate counts from the instant it was made, not by the clock")
    case .calendar(let calendar):
      if form == .at { return .impossible("it fires once, in one year") }
      if let reason = calendar.reasonForSeconds { return .impossible(reason) }
      let days = calendar.days
      if !days.years.isEvery { return .impossible("it is restricted to some years") }
      if let mark = days.quartzMark { return .impossible("it has '\(mark)'") }
      guard let (day, weekday) = calendar.unixDays else { return .impossible("a day must match in both day fields") }
      let fields = [calendar.minuteText, calendar.hourText, day, days.monthText(.unix), weekday]
      return .text(fields.joined(separator: " "))
    }
  }

  /// The same fires as `cron(…)`, with `H` and macros resolved; rates and `at(…)` as they are.
  package var asEventBridge: CronConversion {
    if dialect == .eventbridge { return .text(text) }
    guard let calendar else { return .impossible("it fires when its host starts") }
    if let reason = calendar.reasonForSeconds { return .impossible(reason) }
    let days = calendar.days
    if days.restrictsDayOfMonth, days.restrictsWeekday {
      return .impossible("day of month and day of week are both restricted, and one has to be '?'")
    }
    if days.fromEndNearWeekday != 0 || days.fromEnd > 1 {
      return .impossible("AWS documents neither 'LW' nor 'L-n'")
    }
    if let list = days.years.list.last, !CronField.year.numbers(in: .eventbridge).contains(list) {
      return .impossible("AWS knows the years 1970 to 2199")
    }
    let byWeekday = days.restrictsWeekday && !days.either
    let fields = [
      calendar.minuteText, calendar.hourText, byWeekday ? "?" : days.dayText(.eventbridge, either: days.either),
      days.monthText(.eventbridge), byWeekday ? days.weekdayText(.eventbridge) : "?",
      days.years.isEvery ? "*" : CronSetText.text(days.years.list, of: 1970...2199, star: false),
    ]
    return .text("cron(\(fields.joined(separator: " ")))")
  }
}

extension CronCalendar {
  fileprivate var reasonForSeconds: String? { times.seconds == 1 ? nil : "it fires at other seconds than 0" }

  fileprivate var minuteText: String {
    CronSetText.text(numbers(times.minutes), of: 0...59, star: stars.contains(.minute))
  }

  fileprivate var hourText: String {
    CronSetText.text(numbers(times.hours), of: 0...23, star: stars.contains(.hour))
  }

  /// Both day fields such that Vixie's rule joins them as they are joined here; nil where it would not.
  fileprivate var unixDays: (day: String, weekday: String)? {
    switch (days.restrictsDayOfMonth, days.restrictsWeekday) {
    case (false, false): return ("*", "*")
    case (true, false): return (days.either ? "*" : days.dayText(.unix, either: false), "*")
    case (false, true): return ("*", days.either ? "*" : days.weekdayText(.unix))
    case (true, true):
      let dayStar = stars.contains(.dayOfMonth)
      let weekdayStar = stars.contains(.dayOfWeek)
      guard days.either || dayStar || weekdayStar else { return nil }
      return (
        CronSetText.text(numbers(UInt64(days.daysOfMonth)), of: 1...31, star: dayStar),
        CronSetText.text(numbers(UInt64(days.weekdays)), of: 0...6, star: weekdayStar)
      )
    }
  }
}

extension CronDays {
  /// A mark that five fields cannot say.
  fileprivate var quartzMark: String? {
    if fromEnd != 0 || lastWeekday != 0 { return "L" }
    if nearWeekday | fromEndNearWeekday != 0 { return "W" }
    return nthWeekday != 0 ? "#" : nil
  }

  fileprivate func monthText(_ dialect: CronDialect) -> String {
    CronSetText.text(numbers(UInt64(months)), of: 1...12, star: months == CronDays.everyMonth)
  }

  fileprivate func dayText(_ dialect: CronDialect, either: Bool) -> String {
    guard restrictsDayOfMonth, !either else { return "*" }
    var items: [String] = []
    let plain = numbers(UInt64(daysOfMonth))
    if !plain.isEmpty {
      items.append(CronSetText.text(plain, of: 1...31, star: false, openSteps: dialect.isQuartzLike))
    }
    items += numbers(UInt64(nearWeekday)).map { "\($0)W" }
    if fromEnd & 1 == 1 { items.append("L") }
    return items.joined(separator: ",")
  }

  fileprivate func weekdayText(_ dialect: CronDialect) -> String {
    let first = dialect.countsSundayAsOne ? 1 : 0
    var items: [String] = []
    let plain = numbers(UInt64(weekdays)).map { $0 + first }
    if !plain.isEmpty { items.append(CronSetText.text(plain, of: first...first + 6, star: false)) }
    for nth in 0..<5 {
      let days = UInt64(UInt8(truncatingIfNeeded: nthWeekday >> UInt64(nth * 8)))
      items += numbers(days).map { "\($0 + first)#\(nth + 1)" }
    }
    items += numbers(UInt64(lastWeekday)).map { "\($0 + first)L" }
    return items.joined(separator: ",")
  }
}
