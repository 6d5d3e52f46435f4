package import JobsCore

/// Prices the use of many jobs together, since tiers and what is free are of a billing account and not of a job.
///
/// The usual price of each line is its list price. What is free is taken off in proportion: of a pool in units, each line
/// has the share that its quantity has of all; of a pool in money, the share that its list price has.
package struct Estimator: Sendable {
  private let book: PriceBook
  private let days: Int
  private let hasFreeTier: Bool

  /// - Parameters:
  ///   - days: of the period.
  ///   - hasFreeTier: false where others spend the pools.
  package init(_ book: PriceBook, days: Int, hasFreeTier: Bool = true) {
    self.book = book
    self.days = days
    self.hasFreeTier = hasFreeTier
  }

  package func estimate(_ usages: [JobUsage]) throws(Decimal.Overflow) -> Estimate {
    var tariffs = Tariffs(book, days: days, hasFreeTier: hasFreeTier)
    var priced = usages.map { $0.lines.map { PricedLine(line: $0, currency: PriceBook.currency) } }
    var found: [(job: Int, line: Int)] = []
    var entries = Spread<[Ledger.Entry]>([])
    for (job, usage) in usages.enumerated() {
      for (number, line) in usage.lines.enumerated() {
        guard line.rate == nil, let place = try tariffs.place(line) else { continue }
        let tariff = tariffs.tariffs[place.tariff]
        priced[job][number].row = tariff.price.row
        priced[job][number].unitPrice = tariff.first
        guard let quantity = line.quantity else { continue }
        found.append((job, number))
        entries.low.append(Ledger.Entry(quantity: quantity.low, place: place))
        entries.typical.append(Ledger.Entry(quantity: quantity.typical, place: place))
        entries.high.append(Ledger.Entry(quantity: quantity.high, place: place))
      }
    }
    let ledgers = try entries.map { entries throws(Decimal.Overflow) in try Ledger(entries, tariffs) }
    var numbers: [[Int]] = Array(repeating: [], count: usages.count)
    for (number, place) in found.enumerated() {
      numbers[place.job].append(number)
      priced[place.job][place.line].amounts = PricedLine.Amounts(
        list: ledgers.map { $0.lists[number] }, net: ledgers.map { $0.nets[number] },
        marginal: try ledgers.typical.marginal([number]))
    }
    var jobs: [JobEstimate] = []
    jobs.reserveCapacity(usages.count)
    for (index, usage) in usages.enumerated() {
      jobs.append(try JobEstimate(usage, priced[index], marginal: ledgers.typical.marginal(numbers[index])))
    }
    return Estimate(jobs: jobs, pools: try Self.pools(tariffs, ledgers), totals: try CostTotal.all(of: jobs))
  }

  /// The pools that anything draws from, in the order of their names.
  private static func pools(
    _ tariffs: Tariffs, _ ledgers: Spread<Ledger>
  ) throws(Decimal.Overflow) -> [PoolUse] {
    var uses: [PoolUse] = []
    for (number, pool) in tariffs.pools.enumerated() {
      let draws = ledgers.map { $0.draws[number] }
      guard !draws.high.units.isZero || !draws.typical.units.isZero else { continue }
      uses.append(
        PoolUse(
          provider: pool.row.provider, service: pool.row.service, name: pool.row.sku, project: pool.project,
          free: pool.discount ?? pool.free, used: draws.map { pool.discount == nil ? $0.units : $0.list },
          unit: pool.discount == nil ? pool.unit : PriceBook.currency,
          credit: try draws.map { draw throws(Decimal.Overflow) in try draw.credit(pool) }))
    }
    return uses.sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }
}

extension PoolUse {
  fileprivate var order: [String] { [provider, service, name, project ?? ""] }
}

extension JobEstimate {
  /// Adds up lines, of which those with a rate of their own are priced here.
  ///
  /// - Parameter marginal: of the lines that the book prices.
  fileprivate init(
    _ usage: JobUsage, _ lines: [PricedLine], marginal: Decimal
  ) throws(Decimal.Overflow) {
    self.init(
      usage: usage, lines: lines, currency: lines.first?.line.rate?.money.currency ?? PriceBook.currency,
      list: Spread(.zero), net: Spread(.zero), marginal: marginal)
    for index in lines.indices {
      let rate = lines[index].line.rate
      if let rate { try self.lines[index].charge(rate) }
      guard let amounts = self.lines[index].amounts else { continue }
      if rate != nil { self.marginal = try self.marginal.plus(amounts.marginal) }
      list = try list.plus(amounts.list)
      net = try net.plus(amounts.net)
    }
  }
}

extension PricedLine {
  /// Prices a line by a rate of the project file.
  fileprivate mutating func charge(_ rate: UsageLine.Rate) throws(Decimal.Overflow) {
    currency = rate.money.currency
    unitPrice = try rate.money.amount.divided(by: rate.per)
    guard let quantity = line.quantity else { return }
    let list = try quantity.map { units throws(Decimal.Overflow) in
      try units.times(rate.money.amount, over: rate.per)
    }
    amounts = Amounts(list: list, net: list, marginal: list.typical)
  }
}
