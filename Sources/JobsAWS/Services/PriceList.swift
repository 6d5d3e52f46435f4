package import JobsCloud
package import JobsCore

/// The Price List: what AWS asks for, before any discount of one's own.
///
/// Source: the service's model of API version 2017-10-15 in botocore 1.44.5, and
/// docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/price-changes.html for the documents, 2026-11.
package struct PriceList: Sendable {
  private let client: AWSClient

  /// - Parameter client: of the service in `region`.
  package init(_ client: AWSClient) { self.client = client }

  /// One of the few places where it answers, for prices of all regions.
  package static let region = "us-east-1"

  /// A product, with what it costs without a contract.
  package struct Product: Sendable, Hashable {
    package var sku: String
    /// `Serverless`, `Compute`, …; empty where there is none.
    package var family: String
    /// `regionCode`, `usagetype`, `operation`, `group`, …: all as they came.
    package var attributes: [String: String]
    package var prices: [Price]
  }

  /// A price of a product, for a range of what is used.
  package struct Price: Sendable, Hashable {
    /// `SKU.TERM.RATE`.
    package var rateCode: String
    /// `Lambda-GB-Second`, `Requests`, `hours`, …
    package var unit: String
    package var begin: Decimal
    /// nil for no end.
    package var end: Decimal?
    package var amount: Decimal
    /// Three capitals.
    package var currency: String
    package var text: String
    /// From when it holds, as RFC 3339.
    package var effective: String
  }

  /// Reads the products of a service, page by page.
  ///
  /// - Parameters:
  ///   - service: `AWSLambda`, `AmazonECS`, …
  ///   - attributes: which each product has to have, all of them and to the letter.
  ///   - page: is handed the products of a page, one at least; false for enough.
  package func products(
    of service: String, with attributes: [(name: String, value: String)], _ page: ([Product]) -> Bool
  ) async throws(CloudFailure) {
    let words = "read the prices of \(Terminal.visible(service))"
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words, target: "AWSPriceListService.GetProducts", body: Self.body(service, attributes, token),
        isIdempotent: true)
      var products: [Product] = []
      for item in tree.elements(Tree.root, "PriceList") {
        guard let product = Self.product(tree, item) else {
          throw client.strange(words, "its reply has a product that is none")
        }
        products.append(product)
      }
      if !products.isEmpty, !page(products) { return nil }
      return tree.words(Tree.root, "NextToken")
    }
  }

  private static func body(
    _ service: String, _ attributes: [(name: String, value: String)], _ token: String?
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("ServiceCode", service)
    json.member("FormatVersion", "aws_v1")
    json.key("Filters")
    json.beginArray()
    for (name, value) in attributes {
      json.beginObject()
      for (key, text) in [("Type", "TERM_MATCH"), ("Field", name), ("Value", value)] {
        json.key(key)
        json.value(text)
      }
      json.endObject()
    }
    json.endArray()
    json.optional("NextToken", token)
    json.endObject()
    return json.bytes
  }

  /// A product, which stands in the list as JSON in a string; emulators give the object itself.
  private static func product(_ tree: Tree, _ item: Tree.ID) -> Product? {
    guard tree.kind(item) == .string else { return product(document: tree, item) }
    let bytes = Array(tree.string(item).utf8)
    var document = Tree(source: bytes)
    guard (try? JSONReader.parse(&document, in: 0..<bytes.count, depthLimit: 32)) != nil else { return nil }
    return product(document: document, Tree.root)
  }

  private static func product(document tree: Tree, _ root: Tree.ID) -> Product? {
    guard tree.kind(root) == .mapping, let product = tree.value(root, "product"),
      let sku = tree.words(product, "sku")
    else { return nil }
    var read = Product(
      sku: sku, family: tree.words(product, "productFamily") ?? "",
      attributes: tree.pairs(tree.value(product, "attributes")), prices: [])
    guard let terms = tree.value(root, path: "terms", "OnDemand"), tree.kind(terms) == .mapping else { return read }
    for term in tree.entries(terms) {
      let effective = tree.words(term.value, "effectiveDate") ?? ""
      guard let dimensions = tree.value(term.value, "priceDimensions"), tree.kind(dimensions) == .mapping else {
        continue
      }
      for dimension in tree.entries(dimensions) {
        guard let prices = prices(tree, dimension.value, effective) else { return nil }
        read.prices += prices
      }
    }
    read.prices.sort { ($0.currency, $0.begin, $0.rateCode) < ($1.currency, $1.begin, $1.rateCode) }
    return read
  }

  /// The price in each currency; nil for a number that is none.
  private static func prices(_ tree: Tree, _ node: Tree.ID, _ effective: String) -> [Price]? {
    var read: [Price] = []
    let end = tree.words(node, "endRange") ?? "Inf"
    for (currency, text) in tree.pairs(tree.value(node, "pricePerUnit")).sorted(by: { $0.key < $1.key }) {
      guard let amount = Decimal(text), let begin = Decimal(tree.words(node, "beginRange") ?? "0"),
        Money.isCurrency(currency.utf8), end == "Inf" || Decimal(end) != nil
      else { return nil }
      read.append(
        Price(
          rateCode: tree.words(node, "rateCode") ?? "", unit: tree.words(node, "unit") ?? "", begin: begin,
          end: Decimal(end), amount: amount, currency: currency, text: tree.words(node, "description") ?? "",
          effective: effective))
    }
    return read
  }
}
