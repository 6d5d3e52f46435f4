import JobsCommand
import JobsCore
import JobsCost
import JobsReport

/// Rows of a price book in the form that was asked for.
struct PriceRows {
  let sink: RecordSink
  let now: Instant

  func show(_ rows: [PriceRow], _ terminal: Terminal) {
    for row in rows { sink.emit("price") { write(row, to: &$0) } }
    if sink.isHuman { sink.output.write(table(rows).text(terminal)) }
    if sink.format == .csv {
      sink.output.write(CSVRow.text(PriceTable.columns))
      for row in rows { sink.output.write(CSVRow.text(PriceTable.fields(row).map { $0.isEmpty ? nil : $0 })) }
    }
  }

  private func table(_ rows: [PriceRow]) -> Table {
    var table = Table([
      .init("KIND"), .init("SERVICE", isWhole: true), .init("SKU", isWhole: true), .init("REGION", isWhole: true),
      .init("AMOUNT", .right, isWhole: true), .init("UNIT"), .init("DATE", isUncut: true),
      .init("AGE", .right, isUncut: true), .init("TRUST"), .init("SOURCE"), .init("NOTE"),
    ])
    for row in rows {
      table.add([
        row.kind.rawValue, "\(row.provider) \(row.service)", row.sku, row.region, amount(row), unit(row), row.date,
        row.age(at: now).map { "\($0)d" } ?? "-", row.confidence.rawValue, row.source, row.note,
      ])
    }
    return table
  }

  private func amount(_ row: PriceRow) -> String { row.kind == .class ? "" : row.amount.description }

  private func unit(_ row: PriceRow) -> String {
    switch row.kind {
    case .class: ""
    case .free: "\(row.unit)\(row.scope.map { ", \($0.rawValue)" } ?? "")"
    case .rule: row.unit
    case .price:
      "\(PriceBook.currency) for \(row.per == .one ? "a" : "\(row.per)") \(row.unit)"
        + (row.from.isZero ? "" : " from \(row.from) on")
    }
  }

  private func write(_ row: PriceRow, to json: inout JSONWriter) {
    json.beginRecord("price")
    for (name, text) in zip(PriceTable.columns, PriceTable.fields(row)) where !text.isEmpty {
      json.key(name)
      json.value(text)
    }
    if row.kind == .price {
      json.member("currency", PriceBook.currency)
    }
    if let age = row.age(at: now) {
      json.member("ageDays", age)
    }
    json.endObject()
  }
}
