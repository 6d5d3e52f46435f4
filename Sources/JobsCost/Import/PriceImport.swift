import JobsCore

/// Prices that clouds publish, as rows of a price book: those that an estimate has a use for.
///
/// Google: pages of `skus.list` of the Cloud Billing Catalog. AWS: what `GetProducts` answers, and offer files as JSON and as
/// CSV. A CSV is read row by row, so that its size does not matter; JSON is read whole, up to a limit.
package struct PriceImport: Sendable {
  /// The longest JSON file, in bytes.
  package static let documentLimit = 128 << 20

  /// By key; of two with the same key the first counts.
  package private(set) var rows: [PriceRow.Key: PriceRow] = [:]
  /// Prices that were met, and those of things that no estimate has.
  package private(set) var met = 0
  package private(set) var others = 0

  package init() {}

  /// A price as a cloud has it.
  struct Found {
    var service: String
    var sku: String
    var region: String
    /// What a price is for; empty where nothing says it.
    var unit: String
    /// From how many units on, and what a unit costs.
    var from: Decimal
    var amount: Decimal
    var currency: String
    /// `2026-09-24`.
    var date: String
    /// What messages and the source call it, such as `SKU 9FE0-8F60-A9F0`.
    var name: String
    var source: String
  }

  mutating func add(_ found: Found) throws(PriceImportFault) {
    met += 1
    guard let meaning = CloudSKU.meaning(service: found.service, sku: found.sku) else {
      others += 1
      return
    }
    guard !found.unit.isEmpty else { throw PriceImportFault("the price of \(found.name) has no unit") }
    guard found.currency == PriceBook.currency else {
      throw PriceImportFault(
        "the price of \(found.name) is in \(Terminal.visible(found.currency))",
        hint: "ask for prices in \(PriceBook.currency)")
    }
    guard !found.amount.isNegative else { throw PriceImportFault("the price of \(found.name) is below zero") }
    // What is free is a pool of the book, of which catalogues know nothing but a first tier of zero.
    if found.amount.isZero { return }
    guard let from = try? found.from.times(meaning.factor), let per = try? Decimal(meaning.factor) else {
      throw PriceImportFault("the price of \(found.name) is too large")
    }
    let row = PriceRow(
      kind: .price, provider: meaning.item.provider, service: meaning.item.service, sku: meaning.item.sku,
      region: found.region, amount: found.amount, per: per, unit: meaning.unit, from: from, pool: meaning.pool,
      date: found.date, confidence: .high, source: found.source, note: "")
    if rows[row.key] == nil { rows[row.key] = row }
  }

  /// A book with these prices in place of those that it has of the same things; all else stays.
  package func merged(into base: [PriceRow]) -> [PriceRow] {
    var rows = Dictionary(base.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    let settled = settled
    let own = Set(settled.map(\.key))
    for var row in settled {
      row.note = rows[row.key]?.note ?? ""
      // Tiers of another time would stand beside the new ones.
      let kin = rows.keys.filter {
        $0.kind == "price" && $0.provider == row.provider && $0.service == row.service && $0.sku == row.sku
          && $0.region == row.region && !own.contains($0)
      }
      for key in kin { rows[key] = nil }
      rows[row.key] = row
    }
    return rows.values.sorted { $0.key < $1.key }
  }

  /// The rows, the first tier of each at zero: where something was free before it, a pool takes that off.
  package var settled: [PriceRow] {
    var first: [String: Decimal] = [:]
    let name = { (row: PriceRow) in "\(row.provider) \(row.service) \(row.sku) \(row.region)" }
    for row in rows.values { first[name(row)] = min(first[name(row)] ?? row.from, row.from) }
    return rows.values.map { row in
      guard row.from == first[name(row)] else { return row }
      var row = row
      row.from = .zero
      return row
    }.sorted { $0.key < $1.key }
  }
}

/// What is wrong with prices that are read, in words.
package struct PriceImportFault: Error, Sendable {
  package var message: String
  package var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
