import JobsCore

extension PriceImport {
  /// Reads an offer file of AWS as CSV, a part at a time: a preamble of five lines, names of columns, and a row a price.
  ///
  /// - Parameter head: bytes of the stream that were read already.
  mutating func add(csv source: consuming BillStream, head: [UInt8]) throws(Failure) {
    var stream = source
    let name = stream.name
    var bytes = head
    var columns: [String: Int]?
    var line = 0
    while true {
      let count = try stream.read(addingTo: &bytes, upTo: 256 << 10)
      // Rows that are whole; quotes may hold line breaks.
      let end = count == 0 ? bytes.count : Self.end(ofRows: bytes)
      guard end > 0 || count == 0 else {
        guard bytes.count < BillChunks.rowLimit else {
          throw .usage("\(name): a row is longer than \(BillChunks.rowLimit >> 20) MiB")
        }
        continue
      }
      do throws(CSVReader.Fault) {
        var reader = CSVReader(Array(bytes[..<end]))
        while let row = try reader.next() {
          do throws(PriceImportFault) {
            try add(row.fields, &columns)
          } catch {
            throw CSVReader.Fault(line: row.line, message: error.message)
          }
        }
      } catch {
        throw .usage("\(name): line \(line + error.line): \(Terminal.visible(error.message))")
      }
      line += bytes[..<end].count { $0 == 10 }
      bytes.removeFirst(end)
      if count == 0 { break }
    }
    guard columns != nil else {
      throw .usage(
        "\(name) is no price list that is known", hint: "known are \(Self.known)")
    }
  }

  private static func end(ofRows bytes: [UInt8]) -> Int {
    var isQuoted = false
    var end = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 10, !isQuoted { end = index + 1 }
    }
    return end
  }

  private mutating func add(_ fields: [String], _ columns: inout [String: Int]?) throws(PriceImportFault) {
    guard let known = columns else {
      // What stands before the names has fewer fields.
      if fields.contains("SKU"), fields.contains("PricePerUnit") {
        columns = Dictionary(fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        for name in ["TermType", "Unit", "Currency", "usageType", "serviceCode", "StartingRange"]
        where columns?[name] == nil {
          throw PriceImportFault("the column '\(name)' is missing")
        }
      } else if fields.count > 2 {
        throw PriceImportFault("it is no offer file of AWS")
      }
      return
    }
    guard fields.count == known.count else {
      throw PriceImportFault("the row has \(fields.count) fields in place of \(known.count)")
    }
    let value = { (name: String) in known[name].map { fields[$0] } ?? "" }
    guard value("TermType") == "OnDemand" else { return }
    guard let amount = Decimal(value("PricePerUnit")) else {
      throw PriceImportFault("'\(value("PricePerUnit"))' is no price")
    }
    try add(
      amazon: (service: value("serviceCode"), usageType: value("usageType")), sku: value("SKU"),
      region: [value("Region Code"), value("From Region Code")].first { !$0.isEmpty } ?? "", unit: value("Unit"),
      begin: value("StartingRange"), amount: amount,
      currency: value("Currency"), date: value("EffectiveDate"))
  }
}
