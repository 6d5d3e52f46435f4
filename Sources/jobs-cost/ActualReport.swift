import JobsCore
import JobsCost
import JobsReport

/// What bills say, for people: a row for each group, the totals below in the same columns, and what there is to know.
struct ActualReport {
  let report: BillReport
  let bill: Bill
  let span: BillReport.Span
  /// nil where they were not asked for.
  let trends: CostTrends?
  /// How many that changed most are shown.
  let top: Int
  /// What each day cost, for a page; in the order of the days.
  let days: [BillReport.KeySum]

  // MARK: Forms

  func text(_ terminal: Terminal) -> String {
    var table = Table(columns)
    for cells in rows { table.add(cells) }
    var text = table.text(terminal) + "\n"
    for section in TrendTables(trends, top: top).sections {
      text += "\(section.title)\n"
      if !section.rows.isEmpty { text += section.table.text(terminal) }
      text += section.notes.map { terminal.prose($0, hanging: 2) }.joined() + "\n"
    }
    return text + notes.map { terminal.prose($0, hanging: 2) }.joined()
  }

  var markdown: String {
    var table = MarkdownTable(columns)
    for cells in rows { table.add(cells) }
    var text = "### Cost of jobs from \(span.from) to \(span.to)\n\n\(table.text)\n"
    for section in TrendTables(trends, top: top).sections {
      text += "#### \(MarkdownTable.escaped(section.title))\n\n"
      if !section.rows.isEmpty { text += "\(section.markdown.text)\n" }
      text += section.notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined() + "\n"
    }
    return text + notes.map { "- \(MarkdownTable.escaped($0))\n" }.joined()
  }

  /// A row for each group; a group without a name has an empty field.
  var csv: String {
    var text = CSVRow.text(
      report.dimensions.map(\.name) + ["from", "to", "currency", "amount", "credits", "rows"])
    for line in report.lines {
      let figures = [span.from, span.to, line.currency, line.amount.description, line.credits.description]
      text += CSVRow.text(line.keys.map { $0.map(CSVRow.plain) } + figures + ["\(line.rows)"])
    }
    return text
  }

  // MARK: Rows

  var columns: [Table.Column] {
    report.dimensions.map { .init($0.name.uppercased(), isWhole: true) } + [
      .init("LINES", .right), .init("CREDITS", .right), .init("AMOUNT", .right, isWhole: true),
      .init("", isWhole: true),
      .init("SHARE", .right),
    ]
  }

  var rows: [[String]] {
    let sums = Dictionary(uniqueKeysWithValues: report.totals.map { ($0.currency, $0.amount) })
    return report.lines.map { line in
      let keys = zip(report.dimensions, line.keys).map { dimension, key in
        key ?? (dimension == .job ? "(unattributed)" : "-")
      }
      return keys + [
        "\(line.rows)", Self.credits(line.credits), line.amount.shown(places: 2), line.currency,
        Self.share(line.amount, of: sums[line.currency] ?? .zero),
      ]
    }
      + report.totals.map { total in
        ["total"] + Array(repeating: "", count: report.dimensions.count - 1) + [
          "\(total.rows)", Self.credits(total.credits), total.amount.shown(places: 2), total.currency, "",
        ]
      }
  }

  private static func lines(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  private static func credits(_ amount: Decimal) -> String { amount.isZero ? "" : amount.shown(places: 2) }

  private static func share(_ part: Decimal, of whole: Decimal) -> String {
    guard whole > .zero, let share = try? part.times(Decimal(100), over: whole) else { return "-" }
    return "\(share.shown(places: 1)) %"
  }

  // MARK: Words

  /// What a pipe is told too.
  var remarks: [String] { bill.remarks }

  var notes: [String] {
    var notes = ["days from \(span.from) up to \(span.to), by UTC, credits taken off"]
    for source in bill.sources { notes.append("\(source.name): \(source.format.words), \(Self.lines(source.rows))") }
    for total in report.totals {
      let amount = { (amount: Decimal) in "\(amount.shown(places: 2)) \(total.currency)" }
      notes.append(
        "attributed by label: \(amount(total.byLabel)); by the resource's name: \(amount(total.byResource)); not at all: \(amount(total.unattributed)) in \(Self.lines(total.unattributedRows))"
      )
    }
    return notes + remarks
  }
}
