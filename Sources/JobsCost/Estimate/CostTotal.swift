package import JobsCore

/// What all jobs cost in one currency.
package struct CostTotal: Sendable, Equatable {
  package var currency: String
  package var jobs = 0
  package var runs = 0
  package var list = Spread(Decimal.zero)
  package var net = Spread(Decimal.zero)
  /// Lines without a price.
  package var unpriced = 0

  package init(currency: String) { self.currency = currency }

  /// By currency, in the order of their names; one of nothing where there are no jobs.
  static func all(of jobs: [JobEstimate]) throws(Decimal.Overflow) -> [CostTotal] {
    var totals: [String: CostTotal] = [:]
    for job in jobs {
      var total = totals[job.currency] ?? CostTotal(currency: job.currency)
      total.jobs += 1
      total.runs += job.usage.profile.runs
      total.unpriced += job.unpriced.count
      total.list = try total.list.plus(job.list)
      total.net = try total.net.plus(job.net)
      totals[job.currency] = total
    }
    guard !totals.isEmpty else { return [CostTotal(currency: PriceBook.currency)] }
    return totals.values.sorted { $0.currency < $1.currency }
  }
}

extension Spread<Decimal> {
  package func plus(_ other: Spread<Decimal>) throws(Decimal.Overflow) -> Spread<Decimal> {
    try with(other) { a, b throws(Decimal.Overflow) in try a.plus(b) }
  }
}
