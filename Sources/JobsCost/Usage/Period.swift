import JobsCore

/// The time that is estimated: a month by name, or some days.
package struct Period: Hashable, Sendable {
  /// `2027-03`; nil for days that are no calendar month.
  package var month: String?
  /// The first instant, in seconds since the epoch; of a month by UTC.
  package var start: Int64
  package var days: Int

  /// The days from an instant on.
  package init(from start: Int64, days: Int) {
    month = nil
    self.start = start
    self.days = days
  }

  /// Reads `2027-03`; nil for anything else, and outside the years 1970 to 9998.
  package init?(month text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0 >= 48 && $0 <= 57 } }), let year = Int64(Substring(parts[0])),
      let number = Int(Substring(parts[1])), (1970...9998).contains(year), (1...12).contains(number)
    else { return nil }
    month = text
    start = CivilDate(year: year, month: number, day: 1).daysSinceEpoch * 86400
    days = CivilDate.days(in: number, of: year)
  }

  /// The instant after the last, in seconds since the epoch; of a month by UTC.
  package var end: Int64 { start + Int64(days) * 86400 }

  /// `2027-03`, or `2026-11-21 to 2026-12-21`.
  package var words: String { month ?? "\(day(start)) to \(day(end))" }

  /// The day of an instant in UTC: `2026-11-21`.
  private func day(_ epoch: Int64) -> String { String(Instant(seconds: epoch).rfc3339.prefix(10)) }

  /// The first and the day after the last in UTC.
  package var bounds: (from: String, to: String) { (day(start), day(end)) }
}
