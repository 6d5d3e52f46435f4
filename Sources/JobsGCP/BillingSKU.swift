package import JobsCore

/// Something that Google bills by, with its price: a `Sku` (cloudbilling.v1, revision 20260901).
package struct BillingSKU: Hashable, Sendable {
  /// From how much on which price holds for each unit.
  package struct Tier: Hashable, Sendable {
    /// In units of usage.
    package var from: Decimal
    package var price: Money
  }

  /// `D84B-3B5E-7C4F`.
  package var id: String
  /// `Jobs CPU in europe-west1`.
  package var description: String
  /// `Compute`, `Network`, `Storage`, `ApplicationServices`.
  package var family: String
  /// `CPU`, `RAM`; empty for none.
  package var group: String
  /// `OnDemand`, `Preemptible`, `Commit1Yr`.
  package var usageType: String
  /// Where it is to be had; `global` for a thing of no region.
  package var regions: [String]
  /// Since when the price holds.
  package var effective: Instant?
  /// What is counted, in UCUM: `s`, `GiBy.s`, `count`.
  package var unit: String
  /// After what the count begins anew, and over what it is taken together: `MONTHLY` and `ACCOUNT`; empty where neither holds.
  package var interval: String
  package var level: String
  /// In the order of their beginnings; none where nothing is asked for it.
  package var tiers: [Tier]

  /// nil for what has no id, or a price that cannot be read.
  init?(_ tree: Tree, _ node: Tree.ID) {
    func text(_ node: Tree.ID?, _ key: StaticString) -> String {
      node.flatMap { tree.value($0, key) }.map(tree.string) ?? ""
    }
    id = text(node, "skuId")
    guard !id.isEmpty else { return nil }
    description = text(node, "description")
    let category = tree.value(node, "category")
    family = text(category, "resourceFamily")
    group = text(category, "resourceGroup")
    usageType = text(category, "usageType")
    regions = tree.value(node, "serviceRegions").map { tree.children($0).map(tree.string) } ?? []
    // Without times that are asked for there is one, the latest.
    let pricing = tree.value(node, "pricingInfo").flatMap { tree.children($0).reversed().first }
    let expression = pricing.flatMap { tree.value($0, "pricingExpression") }
    effective = Instant(rfc3339: text(pricing, "effectiveTime"))
    unit = text(expression, "usageUnit")
    let aggregation = pricing.flatMap { tree.value($0, "aggregationInfo") }
    interval = text(aggregation, "aggregationInterval")
    level = text(aggregation, "aggregationLevel")
    tiers = []
    for rate in expression.flatMap({ tree.value($0, "tieredRates") }).map({ Array(tree.children($0)) }) ?? [] {
      // Zeros are left out.
      let from = text(rate, "startUsageAmount")
      guard let amount = Decimal(from.isEmpty ? "0" : from), let price = Self.price(tree, tree.value(rate, "unitPrice"))
      else { return nil }
      tiers.append(Tier(from: amount, price: price))
    }
  }

  /// Whole units and 10⁻⁹ of them, which are both negative or neither (google.type.Money).
  private static func price(_ tree: Tree, _ node: Tree.ID?) -> Money? {
    guard let node else { return nil }
    let units = tree.value(node, "units").map(tree.string) ?? "0"
    let nanos = tree.value(node, "nanos").map(tree.string) ?? "0"
    guard let whole = Decimal(units), let count = Int(nanos), abs(count) < 1_000_000_000,
      let part = Decimal("0." + String(repeating: "0", count: 9 - String(abs(count)).utf8.count) + String(abs(count))),
      let amount = try? count < 0 ? whole.minus(part) : whole.plus(part),
      let currency = tree.value(node, "currencyCode").map(tree.string), Money.isCurrency(currency.utf8)
    else { return nil }
    return Money(amount, currency)
  }
}
