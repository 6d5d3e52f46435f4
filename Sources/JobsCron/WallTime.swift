/// What a clock on the wall shows: a date and a time of day without a zone.
package struct WallTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00 on the same clock, as if no zone ever changed its offset.
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// - Parameters:
  ///   - month: 1 up to 12.
  ///   - day: 1 up to 31.
  package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let days = CivilDay.number(year: year, month: month, day: day)
    seconds = Int64(days) * 86400 + Int64(hour * 3600 + minute * 60 + second)
  }

  package var year: Int { day.year }
  /// 1 up to 12.
  package var month: Int { day.month }
  /// 1 up to 31.
  package var dayOfMonth: Int { day.day }
  /// 0 is Sunday.
  package var weekday: Int { CivilDay.weekday(number: dayNumber) }
  /// 0 up to 86,399.
  package var secondOfDay: Int { Int(seconds) - dayNumber * 86400 }

  /// Days since 1970-01-01.
  var dayNumber: Int { WallTime.dayNumber(seconds) }

  static func dayNumber(_ seconds: Int64) -> Int {
    Int(seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400)
  }

  private var day: CivilDay { CivilDay(number: dayNumber) }

  /// `2027-03-28`.
  package var date: String {
    let day = day
    let year = day.year >= 0 && day.year < 10000 ? zeroPadded(day.year, 4) : String(day.year)
    return "\(year)-\(zeroPadded(day.month, 2))-\(zeroPadded(day.day, 2))"
  }

  /// `02:30`, or `02:30:15` where there are seconds.
  package var time: String {
    let second = secondOfDay
    let text = "\(zeroPadded(second / 3600, 2)):\(zeroPadded(second / 60 % 60, 2))"
    return second % 60 == 0 ? text : "\(text):\(zeroPadded(second % 60, 2))"
  }

  /// `2027-03-28T02:30:00`.
  package var description: String {
    let second = secondOfDay % 60
    return "\(date)T\(time)" + (second == 0 ? ":00" : "")
  }

  package static func < (a: WallTime, b: WallTime) -> Bool { a.seconds < b.seconds }
}

func zeroPadded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
