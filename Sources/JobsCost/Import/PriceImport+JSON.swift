package import JobsCore

extension PriceImport {
  /// Reads a document: a page of `skus.list`, an answer of `GetProducts`, or an offer file.
  ///
  /// - Parameter name: what messages call it, such as `'skus.json'`.
  /// - Throws: a failure of kind `usage` for anything that is not wholly understood.
  package mutating func add(json bytes: [UInt8], name: String) throws(Failure) {
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count, depthLimit: 32)
    } catch {
      throw .usage("\(name) is no JSON: \(error.message), at byte \(error.offset)")
    }
    do throws(PriceImportFault) {
      if let skus = tree.value(Tree.root, "skus"), tree.kind(skus) == .sequence {
        for sku in tree.children(skus) { try add(google: tree, sku) }
      } else if let list = tree.value(Tree.root, "PriceList"), tree.kind(list) == .sequence {
        for item in tree.children(list) { try add(listed: tree, item) }
      } else if let products = tree.value(Tree.root, "products"),
        let terms = tree.value(Tree.root, path: "terms", "OnDemand"),
        tree.kind(products) == .mapping
      {
        for product in tree.entries(products) {
          guard let term = tree.value(terms, key: tree.string(product.key)) else { continue }
          try add(amazon: tree, product.value, terms: term)
        }
      } else {
        throw PriceImportFault(
          "it is JSON, but no price list that is known",
          hint: "known are pages of skus.list, answers of GetProducts, and offer files")
      }
    } catch {
      throw .usage("\(name) is not read: \(error.message)", hint: error.hint)
    }
  }

  private func text(_ tree: Tree, _ node: Tree.ID?, _ key: StaticString) -> String {
    guard let node, tree.kind(node) == .mapping, let value = tree.value(node, key), tree.kind(value).isScalar,
      tree.kind(value) != .null
    else { return "" }
    return tree.string(value)
  }

  // MARK: Google

  private mutating func add(google tree: Tree, _ sku: Tree.ID) throws(PriceImportFault) {
    let name = "SKU \(Terminal.visible(text(tree, sku, "skuId")))"
    let category = tree.value(sku, "category")
    // Commitments and spot prices are others.
    let usage = text(tree, category, "usageType")
    guard usage.isEmpty || usage == "OnDemand" else { return }
    let pricing = tree.value(sku, "pricingInfo").flatMap { Array(tree.children($0)).last }
    let expression = pricing.flatMap { tree.value($0, "pricingExpression") }
    let regions = tree.value(sku, "serviceRegions").map { tree.children($0).map(tree.string) } ?? []
    for rate in expression.flatMap({ tree.value($0, "tieredRates") }).map({ Array(tree.children($0)) }) ?? [] {
      let start = text(tree, rate, "startUsageAmount")
      let price = tree.value(rate, "unitPrice")
      guard let from = Decimal(start.isEmpty ? "0" : start), let amount = Self.money(tree, price) else {
        throw PriceImportFault("the price of \(name) is none")
      }
      for region in regions.isEmpty ? ["global"] : regions {
        try add(
          Found(
            service: text(tree, category, "serviceDisplayName"), sku: text(tree, sku, "description"),
            region: region == "global" ? "*" : region, unit: text(tree, expression, "usageUnit"), from: from,
            amount: amount, currency: text(tree, price, "currencyCode"),
            date: Self.day(text(tree, pricing, "effectiveTime")), name: name, source: "Cloud Billing Catalog, \(name)"))
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

  /// A product of `GetProducts`: JSON in a string, or the object itself.
  private mutating func add(listed tree: Tree, _ item: Tree.ID) throws(PriceImportFault) {
    var product = tree
    var root = item
    if tree.kind(item) == .string {
      let bytes = Array(tree.string(item).utf8)
      product = Tree(source: bytes)
      guard (try? JSONReader.parse(&product, in: 0..<bytes.count, depthLimit: 32)) != nil else {
        throw PriceImportFault("a product of 'PriceList' is no JSON")
      }
      root = Tree.root
    }
    guard product.kind(root) == .mapping, let own = product.value(root, "product"),
      let terms = product.value(root, path: "terms", "OnDemand")
    else { return }
    try add(amazon: product, own, terms: terms, service: text(product, root, "serviceCode"))
  }

  private mutating func add(
    amazon tree: Tree, _ product: Tree.ID, terms: Tree.ID, service: String = ""
  ) throws(PriceImportFault) {
    let attributes = tree.value(product, "attributes")
    let sku = text(tree, product, "sku")
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
        let code = text(tree, attributes, "servicecode")
        try add(
          amazon: (service: code.isEmpty ? service : code, usageType: text(tree, attributes, "usagetype")), sku: sku,
          region: text(tree, attributes, "regionCode"), unit: text(tree, dimension.value, "unit"),
          begin: text(tree, dimension.value, "beginRange"), amount: amount, currency: tree.string(currency.key),
          date: text(tree, term.value, "effectiveDate"))
      }
    }
  }

  /// One price of AWS, from whatever form.
  mutating func add(
    amazon what: (service: String, usageType: String), sku: String, region: String, unit: String, begin: String,
    amount: Decimal, currency: String, date: String
  ) throws(PriceImportFault) {
    let name = "SKU \(Terminal.visible(sku))"
    guard let from = Decimal(begin.isEmpty ? "0" : begin) else {
      throw PriceImportFault("the price of \(name) begins at '\(Terminal.visible(begin))', which is no number")
    }
    try add(
      Found(
        service: what.service, sku: what.usageType, region: region.isEmpty ? "*" : region, unit: unit, from: from,
        amount: amount, currency: currency, date: Self.day(date), name: name, source: "AWS price list, \(name)"))
  }

  /// The day of a time; a price that has none is as old as can be.
  static func day(_ time: String) -> String {
    let day = String(time.prefix(10))
    return day.utf8.count == 10 && Instant(rfc3339: "\(day)T00:00:00Z") != nil ? day : "1970-01-01"
  }
}
