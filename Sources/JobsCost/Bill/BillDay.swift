package import JobsCore

/// A day as a number that can be read, such as 20261031; days are compared by it.
package enum BillDay {
  /// The day with which a time begins, such as `2026-10-05T12:00:00Z` and `2026-10-05 12:00:00 UTC`; nil for anything else.
  @inline(__always)
  static func read(_ time: BillBytes) -> UInt32? {
    guard time.count >= 10, time[4] == UInt8(ascii: "-"), time[7] == UInt8(ascii: "-") else { return nil }
    var number: UInt32 = 0
    for at in 0..<10 where at != 4 && at != 7 {
      let digit = time[at] &- 48
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ UInt32(digit)
    }
    guard years.contains(number), (1...12).contains(number / 100 % 100), number % 100 >= 1 else { return nil }
    return number % 100 <= 28 || isLate(number) ? number : nil
  }

  /// From 1970 on, and the day after the last still has four digits for its year.
  private static let years: ClosedRange<UInt32> = 1970_00_00...9998_99_99

  /// Whether a month has a day behind its 28th.
  @inline(never)
  private static func isLate(_ number: UInt32) -> Bool {
    number % 100 <= CivilDate.days(in: Int(number / 100 % 100), of: Int64(number / 10000))
  }

  /// The same of a text.
  package static func read(_ text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { read($0) }
  }

  package static func date(_ day: UInt32) -> CivilDate {
    CivilDate(year: Int64(day / 10000), month: Int(day / 100 % 100), day: Int(day % 100))
  }

  package static func number(_ date: CivilDate) -> UInt32 {
    UInt32(date.year) * 10000 + UInt32(date.month) * 100 + UInt32(date.day)
  }

  /// `2026-10-31`.
  package static func text(_ day: UInt32) -> String {
    let digits = String(day)
    let padded = String(repeating: "0", count: max(8 - digits.utf8.count, 0)) + digits
    return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
  }

  /// The day after so many others.
  package static func adding(_ days: Int64, to day: UInt32) -> UInt32 {
    number(CivilDate(daysSinceEpoch: date(day).daysSinceEpoch + days))
  }
}
