import JobsCore

extension PriceImport {
  /// What an offer says of a product, until its price comes.
  private struct Product {
    var service: String
    var usageType: String
    var region: String
  }

  /// Reads a document as it streams by: a page of `skus.list`, an answer of `GetProducts`, or an offer file.
  ///
  /// - Throws: a failure of kind `usage` for anything that is not wholly understood.
  mutating func add(json document: consuming JSONParts) throws(Failure) {
    var parts = document
    var products: [String: Product]?
    var isKnown = false
    try parts.members { (parts, key) throws(Failure) in
      switch (key, try parts.next()) {
      case ("skus", UInt8(ascii: "[")):
        isKnown = true
        try parts.elements { (parts) throws(Failure) in
          let tree = try parts.tree()
          try Self.named(parts.name) { () throws(PriceImportFault) in try add(google: tree, Tree.root) }
        }
      case ("PriceList", UInt8(ascii: "[")):
        isKnown = true
        try parts.elements { (parts) throws(Failure) in
          let tree = try parts.tree()
          try Self.named(parts.name) { () throws(PriceImportFault) in try add(listed: tree) }
        }
      case ("products", UInt8(ascii: "{")): products = try Self.products(&parts)
      case ("terms", UInt8(ascii: "{")):
        guard let products else {
          throw .usage(
            "\(parts.name) is not read: its terms stand before its products", hint: "take the same offer as CSV")
        }
        isKnown = try addTerms(&parts, products) || isKnown
      default: try parts.skip()
      }
    }
    try parts.end()
    guard isKnown else {
      throw .usage(
        "\(parts.name) is not read: it is JSON, but no price list that is known", hint: "known are \(Self.known)")
    }
  }

  /// Says of a fault in which file it is.
  private static func named(_ name: String, _ body: () throws(PriceImportFault) -> Void) throws(Failure) {
    do throws(PriceImportFault) {
      try body()
    } catch {
      throw .usage("\(name) is not read: \(error.message)", hint: error.hint)
    }
  }

  private static func text(_ tree: Tree, _ node: Tree.ID?, _ key: StaticString) -> String {
    guard let node, tree.kind(node) == .mapping, let value = tree.value(node, key), tree.kind(value).isScalar,
      tree.kind(value) != .null
    else { return "" }
    return tree.string(value)
  }

  // MARK: Google

  private mutating func add(google tree: Tree, _ sku: Tree.ID) throws(PriceImportFault) {
    let name = "SKU \(Terminal.visible(Self.text(tree, sku, "skuId")))"
    let category = tree.value(sku, "category")
    // Commitments and spot prices are others.
    let usage = Self.text(tree, category, "usageType")
    guard usage.isEmpty || usage == "OnDemand" else { return }
    let pricing = tree.value(sku, "pricingInfo").flatMap { Array(tree.children($0)).last }
    let expression = pricing.flatMap { tree.value($0, "pricingExpression") }
    let regions = tree.value(sku, "serviceRegions").map { tree.children($0).map(tree.string) } ?? []
    for rate in expression.flatMap({ tree.value($0, "tieredRates") }).map({ Array(tree.children($0)) }) ?? [] {
      let start = Self.text(tree, rate, "startUsageAmount")
      let price = tree.value(rate, "unitPrice")
      guard let from = Decimal(start.isEmpty ? "0" : start), let amount = Self.money(tree, price) else {
        throw PriceImportFault("the price of \(name) is none")
      }
      for region in regions.isEmpty ? ["global"] : regions {
        try add(
          Found(
            service: Self.text(tree, category, "serviceDisplayName"), sku: Self.text(tree, sku, "description"),
            region: region == "global" ? "*" : region, unit: Self.text(tree, expression, "usageUnit"), from: from,
            amount: amount, currency: Self.text(tree, price, "currencyCode"),
            date: Self.text(tree, pricing, "effectiveTime"), name: name, source: "Cloud Billing Catalog, \(name)"))
      }
    }
  }

  /// Whole units and 10⁻⁹ of them (google.type.Money); nil for what is none.
  private static func money(_ tree: Tree, _ node: Tree.ID?) -> Decimal? {
    guard let node, tree.kind(node) == .mapping else { return nil }
    let units = tree.value(node, "units").map(tree.string) ?? "0"
    let nanos = tree.value(node, "nanos").map(tree.string) ?? "0"
    guard let whole = Decimal(units), let count = Int(nanos), (0..<1_000_000_000).contains(count) else { return nil }
    let digits = String(count)
    return Decimal("0." + String(repeating: "0", count: 9 - digits.utf8.count) + digits).flatMap { try? whole.plus($0) }
  }

  // MARK: AWS

  /// The products of an offer that an estimate has, by their SKUs.
  private static func products(_ parts: inout JSONParts) throws(Failure) -> [String: Product] {
    var products: [String: Product] = [:]
    try parts.members { (parts, sku) throws(Failure) in
      let tree = try parts.tree()
      guard tree.kind(Tree.root) == .mapping else { return }
      let product = product(tree, Tree.root)
      if CloudSKU.meaning(service: product.service, sku: product.usageType) != nil { products[sku] = product }
    }
    return products
  }

  private static func product(_ tree: Tree, _ node: Tree.ID, service: String = "") -> Product {
    let attributes = tree.value(node, "attributes")
    let code = text(tree, attributes, "servicecode")
    return Product(
      service: code.isEmpty ? service : code, usageType: text(tree, attributes, "usagetype"),
      region: [text(tree, attributes, "regionCode"), text(tree, attributes, "fromRegionCode")].first { !$0.isEmpty }
        ?? "")
  }

  /// Adds the prices without a contract; false where there are none.
  private mutating func addTerms(
    _ parts: inout JSONParts, _ products: [String: Product]
  ) throws(Failure) -> Bool {
    var isThere = false
    try parts.members { (parts, kind) throws(Failure) in
      guard kind == "OnDemand", try parts.next() == UInt8(ascii: "{") else { return try parts.skip() }
      isThere = true
      try parts.members { (parts, sku) throws(Failure) in
        guard let product = products[sku] else {
          passOver()
          return try parts.skip()
        }
        let tree = try parts.tree()
        try Self.named(parts.name) { () throws(PriceImportFault) in try add(product, sku, tree, terms: Tree.root) }
      }
    }
    return isThere
  }

  /// A product of `GetProducts`: JSON in a string, or the object itself.
  private mutating func add(listed item: Tree) throws(PriceImportFault) {
    var tree = item
    if tree.kind(Tree.root) == .string {
      let bytes = Array(tree.string(Tree.root).utf8)
      tree = Tree(source: bytes)
      guard (try? JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 32)) != nil else {
        throw PriceImportFault("a product of 'PriceList' is no JSON")
      }
    }
    guard tree.kind(Tree.root) == .mapping, let own = tree.value(Tree.root, "product"),
      let terms = tree.value(Tree.root, path: "terms", "OnDemand")
    else { return }
    let product = Self.product(tree, own, service: Self.text(tree, Tree.root, "serviceCode"))
    try add(product, Self.text(tree, own, "sku"), tree, terms: terms)
  }

  private mutating func add(
    _ product: Product, _ sku: String, _ tree: Tree, terms: Tree.ID
  ) throws(PriceImportFault) {
    guard tree.kind(terms) == .mapping else { return }
    for term in tree.entries(terms) {
      guard let dimensions = tree.value(term.value, "priceDimensions"), tree.kind(dimensions) == .mapping else {
        continue
      }
      for dimension in tree.entries(dimensions) {
        let price = tree.value(dimension.value, "pricePerUnit")
        guard let currency = price.flatMap({ tree.kind($0) == .mapping ? Array(tree.entries($0)).first : nil }),
          let amount = Decimal(tree.string(currency.value))
        else { throw PriceImportFault("the price of SKU \(Terminal.visible(sku)) is none") }
        try add(
          amazon: (service: product.service, usageType: product.usageType), sku: sku, region: product.region,
          unit: Self.text(tree, dimension.value, "unit"), begin: Self.text(tree, dimension.value, "beginRange"),
          amount: amount, currency: tree.string(currency.key), date: Self.text(tree, term.value, "effectiveDate"))
      }
    }
  }
}
