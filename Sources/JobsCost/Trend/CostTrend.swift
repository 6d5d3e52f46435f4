package import JobsCore

/// How what something costs develops: the sums of periods of equal length, and by how much the last differs from the one
/// before.
package struct CostTrend: Sendable, Equatable {
  package var keys: [String?]
  package var currency: String
  /// The sums of the periods, the earliest first; the last two are what is compared.
  package var amounts: [Decimal]
  package var change: Decimal

  package var before: Decimal { amounts[amounts.count - 2] }
  package var after: Decimal { amounts[amounts.count - 1] }

  /// By how much in percent of what was before, half away from zero to a tenth; nil where nothing was.
  package var percent: Decimal? {
    guard before > .zero else { return nil }
    return (try? change.times(Decimal(100), over: before))?.rounded(to: 1)
  }

  /// - Parameter periods: days by their numbers in the span; at least two, one behind the other.
  init(_ series: CostSeries, _ periods: [Range<Int>]) throws(Decimal.Overflow) {
    keys = series.keys
    currency = series.currency
    amounts = []
    for days in periods { amounts.append(try series.sum(days)) }
    change = try amounts[amounts.count - 1].minus(amounts[amounts.count - 2])
  }
}
