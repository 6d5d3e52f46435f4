package import JobsCore

/// A day that costs something else than the same weekdays before it.
///
/// The median of those days says what is usual, and the median of their distances from it (MAD) how much they vary, so that
/// one odd day among them changes neither. The score is the distance in units of 1.4826 × MAD, which is a standard deviation
/// where days vary as chance would have it; 3.5 is the threshold that Iglewicz and Hoaglin give ("How to detect and handle
/// outliers", 1993). A tenth of the median and a hundredth of the currency are the least unit: days that are alike to the
/// cent would otherwise make any difference an anomaly.
package struct CostAnomaly: Sendable, Equatable {
  /// The most weekdays that are looked at, and the fewest.
  package static let most = 8
  package static let fewest = 3

  private static let deviation = Decimal("1.4826") ?? .one
  private static let tenth = Decimal("0.1") ?? .one
  private static let least = Decimal("0.01") ?? .one
  /// From which score on a day is an anomaly.
  package static let threshold = Decimal("3.5") ?? .one

  package var keys: [String?]
  package var currency: String
  /// As 20261031.
  package var day: UInt32
  package var amount: Decimal
  /// What the same weekdays before cost, the latest first.
  package var samples: [Decimal]
  package var median: Decimal
  package var mad: Decimal
  /// The unit of the score.
  package var unit: Decimal
  /// The distance from the median in that unit, to two places; below zero for what is cheaper.
  package var score: Decimal

  /// Looks at a day; nil where it is as usual, or too little is known.
  ///
  /// - Parameters:
  ///   - day: its number in the span that begins at `start`, in days since the epoch.
  ///   - isLast: whether it is the last of the bill, of which lines may still come: then being cheap says nothing.
  init?(_ series: CostSeries, day: Int, from start: Int64, isLast: Bool) throws(Decimal.Overflow) {
    var samples: [Decimal] = []
    var before = day - 7
    while before >= series.first, samples.count < Self.most {
      samples.append(series.amount(on: before))
      before -= 7
    }
    guard samples.count >= Self.fewest else { return nil }
    amount = series.amount(on: day)
    median = try Self.median(samples)
    let middle = median
    mad = try Self.median(samples.map { sample throws(Decimal.Overflow) in try sample.minus(middle).magnitude })
    unit = max(try mad.times(Self.deviation), try median.magnitude.times(Self.tenth), Self.least)
    score = try amount.minus(median).divided(by: unit).rounded(to: 2)
    guard score.magnitude > Self.threshold, !(isLast && score.isNegative) else { return nil }
    keys = series.keys
    currency = series.currency
    self.samples = samples
    self.day = BillDay.number(CivilDate(daysSinceEpoch: start + Int64(day)))
  }

  /// The middle one by size, or half of the two in the middle.
  private static func median(_ values: [Decimal]) throws(Decimal.Overflow) -> Decimal {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return try sorted[middle - 1].plus(sorted[middle]).divided(by: Decimal(2))
  }

  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  private var weekday: String {
    // The epoch was a Thursday.
    let days = BillDay.date(day).daysSinceEpoch + 4
    return Self.weekdays[Int(days - days.floorDivided(by: 7) * 7)]
  }

  /// `median 4.00 and MAD 0.10 of the 6 Tuesdays before; (12.40 - 4.00) / max(1.4826 × 0.10, 10 % of 4.00, 0.01) = 21.00`.
  package var arithmetic: String {
    let shown = { (amount: Decimal) in amount.shown(places: 4) }
    return "the \(samples.count) \(weekday)s before have the median \(shown(median)) and the MAD \(shown(mad)); "
      + "(\(shown(amount)) - \(shown(median))) / max(\(Self.deviation) * \(shown(mad)), 10 % of \(shown(median.magnitude)), "
      + "\(Self.least)) = \(score), and \(Self.threshold) is the threshold"
  }
}
