extension CronDays {
  /// `on Monday to Friday in June`, `on the last day of the month`; empty where every day matches.
  var description: String {
    var parts: [String] = []
    let day = restrictsDayOfMonth ? dayWords : nil
    let weekday = restrictsWeekday ? weekdayWords : nil
    var monthSaid = months == CronDays.everyMonth
    switch (day, weekday) {
    case (nil, nil): break
    case (let day?, nil) where !either:
      parts.append(day)
      monthSaid = true
    case (nil, let weekday?) where !either: parts.append(weekday)
    case (let day?, let weekday?):
      monthSaid = true
      parts.append(
        either ? "\(day) or \(weekday)\(inMonths), either is enough" : "\(day) if it is \(weekdayNames("or"))")
    default:
      // Vixie's rule with a list of every value: the other field has no effect.
      break
    }
    if !monthSaid { parts.append(String(inMonths.dropFirst())) }
    if !years.isEvery { parts.append("in \(CronWords.runs(years.list))") }
    return parts.joined(separator: " ")
  }

  /// `on day 1 of the month`, `on 29 February`.
  var dayWords: String {
    let plain = numbers(UInt64(daysOfMonth))
    let single = months.nonzeroBitCount == 1 && fromEnd | nearWeekday | fromEndNearWeekday == 0
    if single, plain.count == 1 { return "on \(plain[0]) \(CronWords.months[months.trailingZeroBitCount - 1])" }
    var items: [String] = []
    if plain.count > 3, let step = CronWords.step(plain), step > 1 {
      items.append("every \(CronWords.ordinal(step)) day from \(plain[0]) to \(plain[plain.count - 1])")
    } else if !plain.isEmpty {
      items.append("\(plain.count == 1 ? "day" : "days") \(CronWords.runs(plain))")
    }
    items += numbers(UInt64(nearWeekday)).map { "the weekday nearest to day \($0)" }
    items += numbers(UInt64(fromEndNearWeekday)).map {
      $0 == 0 ? "the last weekday" : "the weekday nearest to \(CronWords.plural($0, "day")) before the last day"
    }
    items += numbers(UInt64(fromEnd)).map {
      $0 == 0 ? "the last day" : "the day \(CronWords.plural($0, "day")) before the last"
    }
    return "on \(CronWords.list(items)) of \(months == CronDays.everyMonth ? "the month" : monthNames)"
  }

  /// `on Monday to Friday`, `on the 2nd Friday of the month`.
  var weekdayWords: String { "on \(weekdayNames("and"))" }

  private func weekdayNames(_ last: String) -> String {
    // A week begins on Monday here, so that a weekend is one run.
    let mondayFirst = numbers(UInt64(weekdays)).map { ($0 + 6) % 7 }.sorted()
    var items: [String] = []
    if !mondayFirst.isEmpty {
      items.append(CronWords.runs(mondayFirst, last) { CronWords.weekdays[($0 + 1) % 7] })
    }
    for nth in 0..<5 {
      let days = UInt64(UInt8(truncatingIfNeeded: nthWeekday >> UInt64(nth * 8)))
      items += numbers(days).map { "the \(CronWords.ordinal(nth + 1)) \(CronWords.weekdays[$0]) of the month" }
    }
    items += numbers(UInt64(lastWeekday)).map { "the last \(CronWords.weekdays[$0]) of the month" }
    return CronWords.list(items, last)
  }

  private var inMonths: String { months == CronDays.everyMonth ? "" : " in \(monthNames)" }

  private var monthNames: String { CronWords.runs(numbers(UInt64(months))) { CronWords.months[$0 - 1] } }
}
