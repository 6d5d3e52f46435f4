package import JobsCore

/// What the lines of a bill that are alike cost, day by day.
package struct CostSeries: Sendable {
  /// A value for each dimension; nil where the bill says nothing.
  package let keys: [String?]
  package let currency: String
  /// By the day's number in the span, from 0 on; a day without a line is not there.
  private let amounts: [Int: Decimal]
  /// The first day with a line.
  package let first: Int

  /// What a day cost; nothing where it has no line.
  package func amount(on day: Int) -> Decimal { amounts[day] ?? .zero }

  /// The days that may differ from the weekdays before them, since one of them has a line: the series is nothing on all others.
  func days(before end: Int) -> [Int] {
    var days: Set<Int> = []
    for day in amounts.keys {
      for week in 0...CostAnomaly.most where day + 7 * week < end { days.insert(day + 7 * week) }
    }
    return days.sorted()
  }

  package func sum(_ days: Range<Int>) throws(Decimal.Overflow) -> Decimal {
    var sum = Decimal.zero
    for day in days { sum = try sum.plus(amount(on: day)) }
    return sum
  }

  /// The series of a report whose last dimension is the day, in the order of their dearest days.
  ///
  /// - Parameter start: the first day of the span, in days since the epoch.
  static func all(_ report: BillReport, from start: Int64) throws(Decimal.Overflow) -> [CostSeries] {
    struct Key: Hashable {
      var keys: [String?]
      var currency: String
    }
    var amounts: [Key: [Int: Decimal]] = [:]
    var order: [Key] = []
    for line in report.lines {
      guard let text = line.keys.last.flatMap(\.self), let number = BillDay.read(text) else { continue }
      let key = Key(keys: line.keys.dropLast(), currency: line.currency)
      if amounts[key] == nil { order.append(key) }
      let day = Int(BillDay.date(number).daysSinceEpoch - start)
      amounts[key, default: [:]][day] = try (amounts[key]?[day] ?? .zero).plus(line.amount)
    }
    return order.map { key in
      let days = amounts[key] ?? [:]
      return CostSeries(keys: key.keys, currency: key.currency, amounts: days, first: days.keys.min() ?? 0)
    }
  }
}
