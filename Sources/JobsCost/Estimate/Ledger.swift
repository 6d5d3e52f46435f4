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
      return units <= pool.free ? first : try first.times(pool.free, over: units)
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
    for entry in entries {
      let list = try list(entry)
      lists.append(list)
      guard let number = entry.place.pool else { continue }
      draws[number].units = try draws[number].units.plus(entry.quantity)
      draws[number].list = try draws[number].list.plus(list)
      draws[number].first = try draws[number].first.plus(first(entry))
    }
    for (entry, list) in zip(entries, lists) { nets.append(try net(entry, list)) }
  }

  /// What the quantity costs at the price of the first unit.
  private func first(_ entry: Entry) throws(Decimal.Overflow) -> Decimal {
    try entry.quantity.times(tariffs.tariffs[entry.place.tariff].first)
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
    // All of it is free: exactly nothing, whatever the last digit of an hour's share is.
    if draw.units <= pool.free, !tariffs.tariffs[entry.place.tariff].price.isTiered { return .zero }
    let first = try first(entry)
    return try list.minus(draw.units <= pool.free ? first : first.times(pool.free, over: draw.units))
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
