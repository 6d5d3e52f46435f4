import JobsCore
import Testing

@testable import JobsGCP

/// Prices of the Billing Catalog, exact to their last digit.
@Suite struct BillingSKUTests {
  private static func sku(_ rates: String, _ more: String = "") throws -> BillingSKU? {
    let text = """
      {"skuId": "A-1", "description": "Jobs CPU", "serviceRegions": ["europe-west1"],
      "category": {"resourceFamily": "Compute", "resourceGroup": "CPU", "usageType": "OnDemand"},
      "pricingInfo": [{"effectiveTime": "2026-11-01T00:00:00Z", "aggregationInfo":
      {"aggregationLevel": "ACCOUNT", "aggregationInterval": "MONTHLY"},
      "pricingExpression": {"usageUnit": "s", "tieredRates": [\(rates)]}}]\(more)}
      """
    let bytes = Array(text.utf8)
    var tree = Tree(source: bytes)
    try JSONReader.parse(&tree, in: 0..<bytes.count)
    return BillingSKU(tree, Tree.root)
  }

  private static func rate(_ price: String, from: String = "") -> String {
    #"{\#(from)"unitPrice":{"currencyCode":"USD"\#(price)}}"#
  }

  @Test(arguments: [
    ("", "0"), (#","units":"3""#, "3"), (#","nanos":18000"#, "0.000018"), (#","units":"1","nanos":750000000"#, "1.75"),
    (#","units":"-1","nanos":-750000000"#, "-1.75"), (#","nanos":1"#, "0.000000001"),
    (#","nanos":999999999"#, "0.999999999"),
  ])
  func `a price is whole units and billionths of them`(_ price: String, _ amount: String) throws {
    let sku = try #require(try Self.sku(Self.rate(price)))
    #expect(sku.tiers.map(\.price) == [Money(try #require(Decimal(amount)), "USD")])
  }

  @Test func `tiers begin where they say, and at nothing where that is left out`() throws {
    let sku = try #require(
      try Self.sku(
        Self.rate("") + "," + Self.rate(#","nanos":18000"#, from: #""startUsageAmount":240000,"#) + ","
          + Self.rate(#","nanos":9000"#, from: #""startUsageAmount":1000000.5,"#)))
    #expect(sku.tiers.map(\.from) == [.zero, try #require(Decimal("240000")), try #require(Decimal("1000000.5"))])
    #expect(sku.unit == "s" && sku.interval == "MONTHLY" && sku.level == "ACCOUNT" && sku.group == "CPU")
    #expect(sku.effective == Instant(rfc3339: "2026-11-01T00:00:00Z") && sku.regions == ["europe-west1"])
  }

  @Test(arguments: [
    #","nanos":1000000000"#, #","nanos":"many""#, #","units":"much""#,
  ])
  func `a price that is no number is none`(_ price: String) throws {
    #expect(try Self.sku(Self.rate(price)) == nil)
  }
}
