package import JobsCore
import JobsReport

/// A price book as a CSV file: one row of names, then a row for each line of the book.
package enum PriceTable {
  /// The columns in the order in which they are written; a file may have them in any.
  package static let columns = [
    "kind", "provider", "service", "sku", "region", "amount", "per", "unit", "from", "pool", "scope", "date",
    "confidence", "source", "note",
  ]

  /// The longest file, in bytes.
  package static let sizeLimit = 16 << 20
  /// The most rows.
  package static let rowLimit = 100_000

  /// Reads a file.
  ///
  /// - Parameter name: what messages call it, such as `'prices.csv'`.
  /// - Throws: a failure of kind `usage` that names the line, for anything that is not wholly understood.
  package static func read(_ bytes: [UInt8], name: String) throws(Failure) -> [PriceRow] {
    var rows: [PriceRow] = []
    var lines: [PriceRow.Key: Int] = [:]
    do throws(CSVReader.Fault) {
      var reader = CSVReader(bytes)
      guard let head = try reader.next() else { throw CSVReader.Fault(line: 1, message: "the file is empty") }
      let order = try self.order(head)
      while let row = try reader.next() {
        guard rows.count < rowLimit else {
          throw CSVReader.Fault(line: row.line, message: "there are more than \(rowLimit) rows")
        }
        let price = try Fields(row, order).price()
        if let other = lines.updateValue(row.line, forKey: price.key) {
          throw CSVReader.Fault(
            line: row.line, message: "the \(price.key.description.cut(to: 200)) stands in line \(other) already")
        }
        rows.append(price)
      }
    } catch {
      throw .usage(
        "\(name) is no price book: line \(error.line): \(Terminal.visible(error.message))",
        hint: "'jobs-cost prices show --output csv' writes the shipped one, to begin with")
    }
    guard !rows.isEmpty else {
      throw .usage("\(name) has no prices", hint: "'jobs-cost prices show --output csv' writes the shipped ones")
    }
    return rows
  }

  /// Where each of `columns` stands.
  private static func order(_ head: CSVReader.Row) throws(CSVReader.Fault) -> [Int] {
    for (index, name) in head.fields.enumerated() {
      guard columns.contains(name) else {
        throw CSVReader.Fault(line: head.line, message: "there is no column '\(name.cut(to: 40))'")
      }
      if head.fields[..<index].contains(name) {
        throw CSVReader.Fault(line: head.line, message: "the column '\(name)' stands there twice")
      }
    }
    var order: [Int] = []
    for name in columns {
      guard let index = head.fields.firstIndex(of: name) else {
        throw CSVReader.Fault(line: head.line, message: "the column '\(name)' is missing")
      }
      order.append(index)
    }
    return order
  }

  /// The fields of a row of the file, without what the row's kind has no use for.
  package static func fields(_ row: PriceRow) -> [String] {
    let isCounted = row.kind != .class
    return [
      row.kind.rawValue, row.provider, row.service, row.sku, row.region, isCounted ? "\(row.amount)" : "",
      row.per == .one ? "" : "\(row.per)", row.unit, row.from.isZero ? "" : "\(row.from)", row.pool ?? "",
      row.scope?.rawValue ?? "", row.date, row.confidence.rawValue, row.source, row.note,
    ]
  }
}

/// The fields of one row by the names of their columns.
private struct Fields {
  let row: CSVReader.Row
  let order: [Int]

  init(_ row: CSVReader.Row, _ order: [Int]) throws(CSVReader.Fault) {
    guard row.fields.count == order.count else {
      throw CSVReader.Fault(
        line: row.line, message: "the row has \(row.fields.count) fields in place of \(order.count)")
    }
    self.row = row
    self.order = order
  }

  func price() throws(CSVReader.Fault) -> PriceRow {
    let kind: PriceRow.Kind = try word("kind")
    let isCounted = kind != .class
    let price = PriceRow(
      kind: kind, provider: try text("provider"), service: try text("service"), sku: try text("sku"),
      region: try text("region"), amount: isCounted ? try number("amount") : .zero,
      per: self["per"].isEmpty ? .one : try number("per"), unit: isCounted ? try text("unit") : self["unit"],
      from: self["from"].isEmpty ? .zero : try number("from"), pool: self["pool"].isEmpty ? nil : self["pool"],
      scope: kind == .free ? try word("scope") : nil, date: try day(), confidence: try word("confidence"),
      source: try text("source"), note: self["note"])
    guard !price.per.isZero else { throw fault("'per' is zero") }
    if kind != .free, !self["scope"].isEmpty { throw fault("only a row of kind 'free' has a 'scope'") }
    if kind != .price, price.pool != nil { throw fault("only a row of kind 'price' has a 'pool'") }
    if kind != .price, !price.from.isZero { throw fault("only a row of kind 'price' has a 'from'") }
    if kind == .rule, !["step", "minimum"].contains(price.sku) {
      throw fault("there is no rule '\(price.sku.cut(to: 40))'")
    }
    return price
  }

  private subscript(_ name: String) -> String {
    PriceTable.columns.firstIndex(of: name).map { row.fields[order[$0]] } ?? ""
  }

  private func text(_ name: String) throws(CSVReader.Fault) -> String {
    let text = self[name]
    guard !text.isEmpty else { throw fault("'\(name)' is empty") }
    return text
  }

  private func number(_ name: String) throws(CSVReader.Fault) -> Decimal {
    let text = try text(name)
    guard let number = Decimal(text), !number.isNegative else {
      throw fault("'\(name)' is '\(text.cut(to: 40))', which is no amount")
    }
    return number
  }

  private func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws(CSVReader.Fault) -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: self[name]) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("'\(name)' is '\(self[name].cut(to: 40))' in place of one of \(known)")
    }
    return word
  }

  private func day() throws(CSVReader.Fault) -> String {
    let text = try text("date")
    guard text.utf8.count == 10, Instant(rfc3339: "\(text)T00:00:00Z") != nil else {
      throw fault("'date' is '\(text.cut(to: 40))', which is no day such as 2026-09-24")
    }
    return text
  }

  private func fault(_ message: String) -> CSVReader.Fault { CSVReader.Fault(line: row.line, message: message) }
}

extension String {
  /// No more than so many scalars of it, for a message.
  fileprivate func cut(to count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.prefix(count))
    return String(scalars)
  }
}
