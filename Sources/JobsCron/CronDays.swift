/// The days on which a schedule fires, as rules that give a bit mask for any month.
struct CronDays: Hashable, Sendable {
  /// Bits 1 up to 31.
  var daysOfMonth: UInt32 = CronDays.everyDayOfMonth
  /// Bits 0 (Sunday) up to 6.
  var weekdays: UInt8 = CronDays.everyWeekday
  /// Bits 1 up to 12.
  var months: UInt16 = CronDays.everyMonth
  var years: CronYears = .every
  /// `L` and `L-n`: bit n is the day n days before the month's last.
  var fromEnd: UInt32 = 0
  /// `nW`: bit n is the weekday nearest to day n.
  var nearWeekday: UInt32 = 0
  /// `LW` and `L-nW`: bit n is the weekday nearest to the day n days before the month's last.
  var fromEndNearWeekday: UInt32 = 0
  /// `nL`: bit n is the month's last such day of the week.
  var lastWeekday: UInt8 = 0
  /// `n#k`: bit n of byte k - 1 is the month's k-th such day of the week.
  var nthWeekday: UInt64 = 0
  /// Whether one of the two day fields is enough: Vixie's rule where neither starts with a star.
  var either = false

  static let everyDayOfMonth: UInt32 = 0xffff_fffe
  static let everyWeekday: UInt8 = 0x7f
  static let everyMonth: UInt16 = 0x1ffe

  var restrictsDayOfMonth: Bool {
    daysOfMonth != CronDays.everyDayOfMonth || fromEnd | nearWeekday | fromEndNearWeekday != 0
  }

  var restrictsWeekday: Bool { weekdays != CronDays.everyWeekday || lastWeekday != 0 || nthWeekday != 0 }

  /// The days of a month that match, bits 1 up to 31; the month itself and the year are not looked at.
  ///
  /// - Parameter firstWeekday: the weekday of the month's first day, 0 is Sunday.
  func mask(length: Int, firstWeekday: Int) -> UInt32 {
    let valid = CronDays.everyDayOfMonth >> UInt32(31 - length) & CronDays.everyDayOfMonth
    var byDay = daysOfMonth
    if fromEnd | nearWeekday | fromEndNearWeekday != 0 {
      byDay |= specialDays(length: length, firstWeekday: firstWeekday)
    }
    var byWeekday = CronDays.spread(weekdays, firstWeekday: firstWeekday)
    if lastWeekday != 0 {
      byWeekday |= CronDays.spread(lastWeekday, firstWeekday: firstWeekday) & valid & (.max << UInt32(length - 6))
    }
    if nthWeekday != 0 {
      for k in 0..<5 {
        let days = UInt8(truncatingIfNeeded: nthWeekday >> UInt64(k * 8))
        byWeekday |= CronDays.spread(days, firstWeekday: firstWeekday) & (0xfe << UInt32(k * 7))
      }
    }
    return (either ? byDay | byWeekday : byDay & byWeekday) & valid
  }

  /// A set of weekdays laid over the days 1 up to 31 of a month.
  private static func spread(_ weekdays: UInt8, firstWeekday: Int) -> UInt32 {
    let week = UInt64(weekdays)
    let turned = (week >> UInt64(firstWeekday) | week << UInt64(7 - firstWeekday)) & 0x7f
    return UInt32(truncatingIfNeeded: turned &* 0x1020_4081 << 1)
  }

  private func specialDays(length: Int, firstWeekday: Int) -> UInt32 {
    var days: UInt32 = 0
    for n in 0..<31 {
      if fromEnd >> UInt32(n) & 1 == 1, n < length { days |= 1 << UInt32(length - n) }
      if fromEndNearWeekday >> UInt32(n) & 1 == 1, n < length {
        days |= CronDays.nearestWeekday(to: length - n, length: length, firstWeekday: firstWeekday)
      }
      if nearWeekday >> UInt32(n + 1) & 1 == 1, n < length {
        days |= CronDays.nearestWeekday(to: n + 1, length: length, firstWeekday: firstWeekday)
      }
    }
    return days
  }

  /// As one bit: the Monday to Friday nearest to a day, never in another month (Quartz, CronExpression).
  private static func nearestWeekday(to day: Int, length: Int, firstWeekday: Int) -> UInt32 {
    let nearest =
      switch (firstWeekday + day - 1) % 7 {
      case 6: day == 1 ? 3 : day - 1
      case 0: day == length ? day - 2 : day + 1
      default: day
      }
    return 1 << UInt32(nearest)
  }
}
