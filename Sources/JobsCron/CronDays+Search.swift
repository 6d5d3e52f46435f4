extension CronDays {
  /// A pattern that comes at all comes within this many years: 29 February on a given weekday around 2100 takes 40.
  private static let horizon = 400

  /// Whether any day of any year matches: false for 30 February.
  var isPossible: Bool {
    if daysOfMonth == CronDays.everyDayOfMonth, weekdays == CronDays.everyWeekday, years.isEvery { return true }
    return years.isEvery ? isPossibleInSomeYear : nextDay(onOrAfter: CronDays.firstYear) != nil
  }

  private static let firstYear = CivilDay.number(year: CronYears.base, month: 1, day: 1)

  /// There are fourteen kinds of year: leap or not, and the weekday it starts on.
  private var isPossibleInSomeYear: Bool {
    for year in [2023, 2024] {
      for shift in 0..<7 {
        var month = 1
        while let found = nextMonth(onOrAfter: month) {
          let first = CivilDay.number(year: year, month: found, day: 1) + shift
          let length = CivilDay.days(inMonth: found, of: year)
          if mask(length: length, firstWeekday: CivilDay.weekday(number: first)) != 0 { return true }
          month = found + 1
        }
      }
    }
    return false
  }

  /// The first matching day that is not before `start`, as days since 1970-01-01.
  func nextDay(onOrAfter start: Int) -> Int? {
    let day = CivilDay(number: start)
    var year = day.year
    var month = day.month
    var from = day.day
    while year - day.year <= CronDays.horizon, let nextYear = years.next(onOrAfter: year) {
      if nextYear != year {
        year = nextYear
        month = 1
        from = 1
      }
      while let found = nextMonth(onOrAfter: month) {
        if found != month { from = 1 }
        let first = CivilDay.number(year: year, month: found, day: 1)
        let length = CivilDay.days(inMonth: found, of: year)
        let rest = mask(length: length, firstWeekday: CivilDay.weekday(number: first)) >> UInt32(from)
        if rest != 0 { return first + from - 1 + rest.trailingZeroBitCount }
        month = found + 1
        from = 1
      }
      year += 1
      month = 1
      from = 1
    }
    return nil
  }

  /// The last matching day that is not after `start`, as days since 1970-01-01.
  func previousDay(onOrBefore start: Int) -> Int? {
    let day = CivilDay(number: start)
    var year = day.year
    var month = day.month
    var upTo = day.day
    while day.year - year <= CronDays.horizon, let previousYear = years.previous(onOrBefore: year) {
      if previousYear != year {
        year = previousYear
        month = 12
        upTo = 31
      }
      while let found = previousMonth(onOrBefore: month) {
        if found != month { upTo = 31 }
        let first = CivilDay.number(year: year, month: found, day: 1)
        let length = CivilDay.days(inMonth: found, of: year)
        let rest = mask(length: length, firstWeekday: CivilDay.weekday(number: first)) << UInt32(31 - upTo)
        if rest != 0 { return first + upTo - 1 - rest.leadingZeroBitCount }
        month = found - 1
        upTo = 31
      }
      year -= 1
      month = 12
      upTo = 31
    }
    return nil
  }

  /// How many days match from `start` up to, not including, `end`.
  func countDays(from start: Int, to end: Int) -> Int {
    var total = 0
    var day = start
    while day < end, let found = nextDay(onOrAfter: day), found < end {
      let civil = CivilDay(number: found)
      let length = CivilDay.days(inMonth: civil.month, of: civil.year)
      let first = found - civil.day + 1
      let rest = mask(length: length, firstWeekday: CivilDay.weekday(number: first)) >> UInt32(civil.day)
      let within = min(length - civil.day + 1, end - found)
      total += (rest & UInt32.max >> UInt32(32 - within)).nonzeroBitCount
      day = first + length
    }
    return total
  }

  private func nextMonth(onOrAfter month: Int) -> Int? {
    let rest = UInt32(months) >> UInt32(month)
    return rest == 0 ? nil : month + rest.trailingZeroBitCount
  }

  private func previousMonth(onOrBefore month: Int) -> Int? {
    let rest = UInt32(months) << UInt32(31 - month)
    return rest == 0 ? nil : month - rest.leadingZeroBitCount
  }
}
