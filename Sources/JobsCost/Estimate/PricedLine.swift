package import JobsCore

/// A line of use with what it costs; without amounts where no price or no quantity is known.
package struct PricedLine: Sendable, Equatable {
  package struct Amounts: Sendable, Equatable {
    /// Before what is free.
    package var list: Spread<Decimal>
    /// With a share of what is free.
    package var net: Spread<Decimal>
    /// By how much the whole would be less without this line.
    package var marginal: Decimal
  }

  package var line: UsageLine
  /// The row of the book that the price is from; nil where there is none, or the project file says it.
  package var row: PriceRow?
  /// Of the first unit.
  package var unitPrice: Decimal?
  package var currency: String
  package var amounts: Amounts?

  /// Why it has no price, in words; nil where it has.
  package var unpricedReason: String? {
    guard amounts == nil else { return nil }
    if line.quantity == nil {
      return line.remark ?? "how much it uses of \(line.item.service) '\(line.item.sku)' is not known"
    }
    let place = line.region.map { " in '\($0)'" } ?? ""
    let source =
      CloudSKU.items.contains(line.item)
      ? "'jobs-cost prices import' reads it from the cloud's price list"
      : "a book of your own, --prices FILE, may have one"
    return "the price book has no price of \(line.item.service) '\(line.item.sku)'\(place): \(source)"
  }
}
