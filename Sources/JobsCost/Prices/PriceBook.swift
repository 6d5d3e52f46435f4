package import JobsCore

/// What things cost, as far as it is known: a price that is not in the book is unknown, not zero.
package struct PriceBook: Sendable {
  /// What everything in a book is priced in.
  package static let currency = "USD"

  /// What is priced: a SKU of a service.
  package struct Item: Hashable, Sendable {
    package var provider: String
    package var service: String
    package var sku: String

    package init(_ provider: String, _ service: String, _ sku: String) {
      self.provider = provider
      self.service = service
      self.sku = sku
    }
  }

  /// In the order of their keys.
  package let rows: [PriceRow]
  private let prices: [Item: [PriceRow]]
  private let classes: [Item: String]
  private let others: [Item: [PriceRow]]

  package init(_ rows: [PriceRow]) {
    self.rows = rows.sorted { $0.key < $1.key }
    var prices: [Item: [PriceRow]] = [:]
    var classes: [Item: String] = [:]
    var others: [Item: [PriceRow]] = [:]
    for row in self.rows {
      let item = Item(row.provider, row.service, row.sku)
      switch row.kind {
      case .price: prices[item, default: []].append(row)
      case .class: classes[Item(row.provider, row.service, row.region)] = row.sku
      case .free, .rule: others[item, default: []].append(row)
      }
    }
    self.prices = prices
    self.classes = classes
    self.others = others
  }

  /// The price of an item in a region: that of the region itself, of its class, or of all regions; nil where none is
  /// known.
  package func price(_ item: Item, in region: String?) -> Price? {
    guard let rows = prices[item] else { return nil }
    let kin = region.map { [$0, classes[Item(item.provider, item.service, $0)]].compactMap(\.self) } ?? []
    for place in kin + ["*"] {
      let tiers = rows.filter { $0.region == place }
      // A table that begins above zero does not say what the first unit costs.
      if let first = tiers.first, first.from.isZero { return Price(tiers: tiers) }
    }
    return nil
  }

  /// What is free a month in a pool; nil where nothing is.
  package func allowance(_ provider: String, _ service: String, pool: String) -> PriceRow? {
    others[Item(provider, service, pool)]?.first { $0.kind == .free }
  }

  /// How use of a service is counted, in milliseconds: the `step` or the `minimum`; nil where the book does not say.
  package func rule(_ provider: String, _ service: String, _ name: String) -> Int? {
    others[Item(provider, service, name)]?.first { $0.kind == .rule && $0.unit == "millisecond" }?.amount.roundedUp
  }
}

/// What a unit costs, by how many were used before in a month.
package struct Price: Hashable, Sendable {
  /// By `from`, which the first has at zero.
  package let tiers: [PriceRow]

  /// What stands for it: where the first unit's price is from.
  package var row: PriceRow { tiers[0] }
  package var isTiered: Bool { tiers.count > 1 }

  /// The price of the first unit.
  package var unitPrice: Decimal {
    get throws(Decimal.Overflow) { try row.amount.divided(by: row.per) }
  }

  /// What a quantity costs, the cheaper tiers only above their beginnings.
  package func cost(of quantity: Decimal) throws(Decimal.Overflow) -> Decimal {
    var cost = Decimal.zero
    for (index, tier) in tiers.enumerated() where quantity > tier.from {
      let end = index + 1 < tiers.count ? min(quantity, tiers[index + 1].from) : quantity
      cost = try cost.plus(tier.amount.times(try end.minus(tier.from), over: tier.per))
    }
    return cost
  }
}
