package import JobsCore

/// How what a bill groups develops over its days, and which days stand out.
package struct CostTrends: Sendable {
  /// The most periods that are shown.
  package static let periodLimit = 13

  package let dimensions: [BillDimension]
  /// Those that changed most first; empty for a bill of a single day.
  package let trends: [CostTrend]
  /// By day, the latest first, and of a day the highest score first.
  package let anomalies: [CostAnomaly]
  /// How many days are compared with how many before.
  package let periodDays: Int
  /// The first and the last day of each period, as 20261031.
  package let periods: [ClosedRange<UInt32>]

  /// - Parameters:
  ///   - bill: grouped by what was asked, and by the day behind it.
  ///   - asked: without the day.
  package init(_ bill: Bill, by asked: [BillDimension], _ jobs: BillJobs) throws(Failure) {
    dimensions = asked
    guard let days = bill.days else {
      (trends, anomalies, periodDays, periods) = ([], [], 0, [])
      return
    }
    let start = BillDay.date(days.lowerBound).daysSinceEpoch
    let count = Int(BillDay.date(days.upperBound).daysSinceEpoch - start) + 1
    let length = min(7, count / 2)
    let number = length == 0 ? 0 : min(count / length, Self.periodLimit)
    let ranges = (0..<number).map { index in
      let end = count - (number - 1 - index) * length
      return end - length..<end
    }
    let report = try BillReport(bill, by: asked + [.day], jobs)
    do throws(Decimal.Overflow) {
      var trends: [CostTrend] = []
      var anomalies: [CostAnomaly] = []
      for series in try CostSeries.all(report, from: start) {
        if number > 1 { trends.append(try CostTrend(series, ranges)) }
        for day in series.days(before: count) {
          if let anomaly = try CostAnomaly(series, day: day, from: start, isLast: day == count - 1) {
            anomalies.append(anomaly)
          }
        }
      }
      self.trends = trends.sorted {
        $0.change.magnitude == $1.change.magnitude
          ? Self.isBefore($0.keys, $1.keys) : $0.change.magnitude > $1.change.magnitude
      }
      self.anomalies = anomalies.sorted {
        if $0.day != $1.day { return $0.day > $1.day }
        return $0.score.magnitude == $1.score.magnitude
          ? Self.isBefore($0.keys, $1.keys) : $0.score.magnitude > $1.score.magnitude
      }
    } catch {
      throw .overflow
    }
    periodDays = length
    periods = ranges.map { days in
      let day = { (number: Int) in BillDay.number(CivilDate(daysSinceEpoch: start + Int64(number))) }
      return day(days.lowerBound)...day(days.upperBound - 1)
    }
  }

  /// By the bytes of the names, what has none last.
  private static func isBefore(_ a: [String?], _ b: [String?]) -> Bool {
    for (a, b) in zip(a, b) where a != b {
      guard let a else { return false }
      guard let b else { return true }
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return false
  }
}
