import JobsCore
import JobsCost
import JobsReport

/// Estimate against bill for people: a row for each job and SKU, the total below, and what there is to know.
struct VarianceReport {
  let variance: Variance
  let bill: Bill
  let period: Period

  private static let columns: [Table.Column] = [
    .init("JOB", isWhole: true), .init("SKU", isWhole: true), .init("ESTIMATED", .right, isWhole: true),
    .init("BILLED", .right, isWhole: true), .init("DIFFERENCE", .right, isWhole: true), .init("", isWhole: true),
    .init("BECAUSE"),
  ]

  // MARK: Forms

  var shown: TableReport {
    TableReport(title: "Estimate against bill in \(period.words)", columns: Self.columns, rows: rows, notes: notes)
  }

  /// A row for each job and SKU; what is not known is empty.
  var csv: String {
    var text = CSVRow.text([
      "period", "job", "service", "sku", "currency", "estimated", "list", "billed", "difference", "rows", "reasons",
      "remark",
    ])
    for line in variance.lines {
      let words: [String?] = [period.words, line.job, line.service, line.sku, PriceBook.currency]
      let figures = [line.estimated, line.list, line.billed, line.difference].map { $0?.description }
      let reasons: [String?] = [
        "\(line.rows)", line.reasons.map(\.code.rawValue).joined(separator: " "),
        line.reasons.map(\.words).joined(separator: "; "),
      ]
      // A figure is not text that a spreadsheet could run, though it may begin with a sign.
      text += CSVRow.text(words.map { $0.map(CSVRow.plain) } + figures + reasons.map { $0.map(CSVRow.plain) })
    }
    return text
  }

  // MARK: Rows

  private var rows: [[String]] {
    variance.lines.map { line in
      [
        line.job ?? "(unattributed)", "\(line.service) \(line.sku)", Self.shown(line.estimated), billed(line),
        line.difference.map(Self.signed) ?? "?", PriceBook.currency,
        line.reasons.map(\.words).joined(separator: "; "),
      ]
    } + [
      [
        "total", "", Self.shown(variance.total.estimated), Self.shown(variance.total.billed),
        Self.signed(variance.total.difference), PriceBook.currency, "",
      ]
    ]
  }

  private func billed(_ line: Variance.Line) -> String {
    line.billed == nil && !line.amounts.isEmpty
      ? line.amounts.map(\.shown).joined(separator: ", ") : Self.shown(line.billed)
  }

  private static func shown(_ amount: Decimal?) -> String { amount?.shown(places: 2) ?? "-" }

  private static func signed(_ amount: Decimal) -> String {
    let text = amount.shown(places: 2)
    return amount > .zero ? "+\(text)" : text
  }

  // MARK: Words

  private var notes: [String] {
    let total = variance.total
    var notes = ["\(period.words), by UTC; estimated net of what is free, billed with credits taken off"]
    if !total.unattributed.isZero {
      notes.append("\(total.unattributed.shown(places: 2)) \(PriceBook.currency) of the bill are no job's")
    }
    if total.unpriced > 0 {
      notes.append(
        "\(total.unpriced) of the lines \(total.unpriced == 1 ? "has" : "have") no price, and are in no estimate")
    }
    if total.incomparable > 0 {
      notes.append(
        "\(total.incomparable) of the lines \(total.incomparable == 1 ? "is" : "are") in a currency without a rate, and in no sum"
      )
    }
    return notes + [Estimate.omissions] + bill.remarks
  }
}
