package import JobsCore

/// Prices that clouds publish, as rows of a price book: those that an estimate has a use for.
///
/// Google: pages of `skus.list` of the Cloud Billing Catalog. AWS: what `GetProducts` answers, and offer files as JSON and as
/// CSV. Files are read as they stream by, so that their size does not matter.
package struct PriceImport: Sendable {
  static let known = "pages of skus.list, answers of GetProducts, and offer files of AWS as JSON or CSV"
  /// How much of a file may be blank before it begins, in bytes.
  private static let headLimit = 1 << 20

  /// By key; of two with the same key the first counts.
  package private(set) var rows: [PriceRow.Key: PriceRow] = [:]
  /// Prices that were met, and those of things that no estimate has.
  package private(set) var met = 0
  package private(set) var others = 0

  package init() {}

  /// Reads a file of prices, known by what is in it.
  ///
  /// - Parameters:
  ///   - descriptor: open for reading; it stays open. gzip is undone.
  ///   - name: what messages call it, such as `'skus.json'`.
  /// - Throws: a failure of kind `usage` for anything that is not wholly understood.
  package mutating func add(_ descriptor: Int32, name: String) throws(Failure) {
    var stream = BillStream(descriptor, name: name)
    var head: [UInt8] = []
    let begin = { (bytes: [UInt8]) in bytes.first { ![32, 9, 10, 13].contains($0) } }
    while begin(head) == nil, head.count < Self.headLimit {
      if try stream.read(addingTo: &head, upTo: 64 << 10) == 0 { break }
      if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    }
    guard let first = begin(head) else { throw .usage("\(name) is empty", hint: "known are \(Self.known)") }
    if first == UInt8(ascii: "{") {
      try add(json: JSONParts(stream, head: head))
    } else {
      try add(csv: stream, head: head)
    }
  }

  /// A price as a cloud has it.
  package struct Found {
    package var service: String
    package var sku: String
    package var region: String
    /// What a price is for; empty where nothing says it.
    package var unit: String
    /// From how many units on, and what a unit costs.
    package var from: Decimal
    package var amount: Decimal
    package var currency: String
    /// A time, or its day; a price that has none is as old as can be.
    package var date: String
    /// What messages and the source call it, such as `SKU 9FE0-8F60-A9F0`.
    package var name: String
    package var source: String

    package init(
      service: String, sku: String, region: String, unit: String, from: Decimal, amount: Decimal, currency: String,
      date: String, name: String, source: String
    ) {
      self.service = service
      self.sku = sku
      self.region = region
      self.unit = unit
      self.from = from
      self.amount = amount
      self.currency = currency
      self.date = date
      self.name = name
      self.source = source
    }
  }

  /// A price of something that no estimate has, of which no more is known.
  mutating func passOver() {
    met += 1
    others += 1
  }

  /// Takes a price; it is passed over where no estimate has a use for it.
  package mutating func add(_ found: Found) throws(PriceImportFault) {
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
      date: Self.day(found.date), confidence: .high, source: found.source, note: "")
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

extension PriceImport {
  /// One price of AWS, from whatever form.
  mutating func add(
    amazon what: (service: String, usageType: String), sku: String, region: String, unit: String, begin: String,
    amount: Decimal, currency: String, date: String
  ) throws(PriceImportFault) {
    // Traffic has another price in each region, and none of them is that of all.
    if region.isEmpty, what.service == "AWSDataTransfer" { return passOver() }
    let name = "SKU \(Terminal.visible(sku))"
    guard let from = Decimal(begin.isEmpty ? "0" : begin) else {
      throw PriceImportFault("the price of \(name) begins at '\(Terminal.visible(begin))', which is no number")
    }
    try add(
      Found(
        service: what.service, sku: what.usageType, region: region.isEmpty ? "*" : region, unit: unit, from: from,
        amount: amount, currency: currency, date: date, name: name, source: "AWS price list, \(name)"))
  }

  /// The day of a time; a price that has none is as old as can be.
  private static func day(_ time: String) -> String {
    let day = String(time.prefix(10))
    return day.utf8.count == 10 && Instant(rfc3339: "\(day)T00:00:00Z") != nil ? day : "1970-01-01"
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
