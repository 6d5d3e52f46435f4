import JobsCore

/// The prices that lines are asked for and the pools that they draw from, each found once and known by its number.
struct Tariffs {
  /// A price, and that of its first unit.
  struct Tariff {
    var price: Price
    var first: Decimal
  }

  /// A pool of free use, and whose it is.
  struct Pool: Hashable {
    var row: PriceRow
    /// nil for the billing account.
    var project: String?
    /// Units that are free in the period.
    var free: Decimal
    var unit: String
    /// What is free in money, where the pool is a discount.
    var discount: Decimal?
  }

  /// Where a line is counted.
  struct Place {
    /// The number of its tariff.
    var tariff: Int
    /// The number of its pool.
    var pool: Int?
  }

  private struct Meter: Hashable {
    var item: PriceBook.Item
    var region: String?
    var project: String?
  }

  private let book: PriceBook
  private let days: Int
  private let hasFreeTier: Bool
  private(set) var tariffs: [Tariff] = []
  private(set) var pools: [Pool] = []
  private var numbers: [PriceRow: Int] = [:]
  private var poolNumbers: [Pool: Int] = [:]
  /// nil where the book has no price.
  private var known: [Meter: Place?] = [:]

  init(_ book: PriceBook, days: Int, hasFreeTier: Bool) {
    self.book = book
    self.days = days
    self.hasFreeTier = hasFreeTier
  }

  /// Where a line is counted; nil where the book has no price for it.
  mutating func place(_ line: UsageLine) throws(Decimal.Overflow) -> Place? {
    let meter = Meter(item: line.item, region: line.region, project: line.project)
    if let place = known[meter] { return place }
    let place = try find(line)
    known[meter] = .some(place)
    return place
  }

  private mutating func find(_ line: UsageLine) throws(Decimal.Overflow) -> Place? {
    guard let price = book.price(line.item, in: line.region) else { return nil }
    let tariff = numbers[price.row] ?? tariffs.count
    if tariff == tariffs.count {
      numbers[price.row] = tariff
      tariffs.append(Tariff(price: price, first: try price.unitPrice))
    }
    guard hasFreeTier, let pool = try pool(line, price) else { return Place(tariff: tariff) }
    let number = poolNumbers[pool] ?? pools.count
    if number == pools.count {
      poolNumbers[pool] = number
      pools.append(pool)
    }
    return Place(tariff: tariff, pool: number)
  }

  /// What is free to a line: units of the period, or the money that they cost in the class of regions that is named.
  private func pool(_ line: UsageLine, _ price: Price) throws(Decimal.Overflow) -> Pool? {
    let item = line.item
    guard let name = price.row.pool, let row = book.allowance(item.provider, item.service, pool: name) else {
      return nil
    }
    let daily = " a day"
    let isDaily = row.unit.hasSuffix(daily)
    var pool = Pool(
      row: row, project: row.scope == .project ? line.project ?? "-" : nil,
      free: isDaily ? try row.amount.times(days) : row.amount,
      unit: isDaily ? String(row.unit.dropLast(daily.utf8.count)) : row.unit)
    if row.region != "*", let price = book.price(item, in: row.region) {
      pool.discount = try price.cost(of: pool.free)
    }
    return pool
  }
}
