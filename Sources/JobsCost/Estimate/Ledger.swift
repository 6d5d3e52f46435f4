import JobsCore

/// All lines at one end of their spreads: what their tiers and pools come to, and each line's part in them.
struct Ledger {
  /// A line with a price and a quantity.
  struct Entry {
    var quantity: Decimal
    var place: Tariffs.Place
  }

  /// What draws from one pool, added up.
  struct Draw {
    var units = Decimal.zero
    var list = Decimal.zero
    /// What the units would cost, each at the price of the first.
    var first = Decimal.zero

    /// What the pool takes off.
    func credit(_ pool: Tariffs.Pool) throws(Decimal.Overflow) -> Decimal {
      if let discount = pool.discount { return min(discount, list) }
      return units <= pool.free ? list : min(try first.times(pool.free, over: units), list)
    }
  }

  private let tariffs: Tariffs
  private let entries: [Entry]
  /// The use of each tariff, and what it costs.
  private var buckets: [(units: Decimal, cost: Decimal)]
  /// By the number of the pool.
  private(set) var draws: [Draw]
  /// The list prices of the entries.
  private(set) var lists: [Decimal] = []
  /// The same with a share of what is free.
  private(set) var nets: [Decimal] = []

  init(_ entries: [Entry], _ tariffs: Tariffs) throws(Decimal.Overflow) {
    self.tariffs = tariffs
    self.entries = entries
    buckets = Array(repeating: (.zero, .zero), count: tariffs.tariffs.count)
    draws = Array(repeating: Draw(), count: tariffs.pools.count)
    for entry in entries {
      buckets[entry.place.tariff].units = try buckets[entry.place.tariff].units.plus(entry.quantity)
    }
    for number in buckets.indices {
      buckets[number].cost = try tariffs.tariffs[number].price.cost(of: buckets[number].units)
    }
    for entry in entries { lists.append(try list(entry)) }
    lists = try settled(lists, of: { $0.tariff }, to: buckets.map(\.cost))
    for (entry, list) in zip(entries, lists) {
      guard let number = entry.place.pool else { continue }
      draws[number].units = try draws[number].units.plus(entry.quantity)
      draws[number].list = try draws[number].list.plus(list)
      draws[number].first = try draws[number].first.plus(first(entry))
    }
    for (entry, list) in zip(entries, lists) { nets.append(try net(entry, list)) }
    var bills: [Decimal] = []
    for (number, draw) in draws.enumerated() { bills.append(try draw.list.minus(draw.credit(tariffs.pools[number]))) }
    nets = try settled(nets, of: { $0.pool }, to: bills)
  }

  /// Parts of which those of each group add up to its whole: the greatest of them takes what the rounding of the others
  /// leaves, a few units of the last place.
  private func settled(
    _ parts: [Decimal], of group: (Tariffs.Place) -> Int?, to wholes: [Decimal]
  ) throws(Decimal.Overflow) -> [Decimal] {
    var parts = parts
    var sums = Array(repeating: Decimal.zero, count: wholes.count)
    var greatest: [Int?] = Array(repeating: nil, count: wholes.count)
    for (index, entry) in entries.enumerated() {
      guard let number = group(entry.place) else { continue }
      sums[number] = try sums[number].plus(parts[index])
      if greatest[number].map({ parts[$0] < parts[index] }) ?? true { greatest[number] = index }
    }
    for (number, whole) in wholes.enumerated() where sums[number] != whole {
      guard let index = greatest[number] else { continue }
      parts[index] = try parts[index].plus(whole.minus(sums[number]))
    }
    return parts
  }

  /// What the quantity costs at the price of the first unit.
  private func first(_ entry: Entry) throws(Decimal.Overflow) -> Decimal {
    let row = tariffs.tariffs[entry.place.tariff].price.row
    return try row.amount.times(entry.quantity, over: row.per)
  }

  /// What a line costs; of a price with tiers, its part in what all of them cost.
  private func list(_ entry: Entry) throws(Decimal.Overflow) -> Decimal {
    let price = tariffs.tariffs[entry.place.tariff].price
    let bucket = buckets[entry.place.tariff]
    guard price.isTiered, !bucket.units.isZero else { return try price.cost(of: entry.quantity) }
    return try bucket.cost.times(entry.quantity, over: bucket.units)
  }

  private func net(_ entry: Entry, _ list: Decimal) throws(Decimal.Overflow) -> Decimal {
    guard let number = entry.place.pool, !list.isZero else { return list }
    let (pool, draw) = (tariffs.pools[number], draws[number])
    if let discount = pool.discount {
      return draw.list <= discount ? .zero : try list.minus(list.times(discount, over: draw.list))
    }
    if draw.units <= pool.free { return .zero }
    return max(try list.minus(first(entry).times(pool.free, over: draw.units)), .zero)
  }

  /// By how much all lines would cost less without some of them, which are of one job.
  ///
  /// - Parameter numbers: of the entries; those of one tariff draw from one pool.
  func marginal(_ numbers: [Int]) throws(Decimal.Overflow) -> Decimal {
    var without: [Int: (units: Decimal, pool: Int?)] = [:]
    var firsts: [Int: Decimal] = [:]
    for number in numbers {
      let entry = entries[number]
      let sum = try (without[entry.place.tariff]?.units ?? .zero).plus(entry.quantity)
      without[entry.place.tariff] = (sum, entry.place.pool)
      if let pool = entry.place.pool { firsts[pool] = try (firsts[pool] ?? .zero).plus(first(entry)) }
    }
    var saved = Decimal.zero
    var rests: [Int: Draw] = [:]
    for (tariff, (units, pool)) in without {
      let bucket = buckets[tariff]
      let less = try bucket.cost.minus(tariffs.tariffs[tariff].price.cost(of: bucket.units.minus(units)))
      saved = try saved.plus(less)
      guard let pool else { continue }
      var rest = rests[pool] ?? draws[pool]
      rest.units = try rest.units.minus(units)
      rest.list = try rest.list.minus(less)
      rests[pool] = rest
    }
    for (pool, rest) in rests {
      // A last digit may be left over of the rounding of shares.
      let rest = Draw(
        units: rest.units, list: max(rest.list, .zero), first: max(try rest.first.minus(firsts[pool] ?? .zero), .zero))
      let (before, after) = (try draws[pool].credit(tariffs.pools[pool]), try rest.credit(tariffs.pools[pool]))
      saved = try saved.minus(before).plus(after)
    }
    return max(saved, .zero)
  }
}
