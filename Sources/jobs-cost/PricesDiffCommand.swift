import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCost
import JobsReport

struct PricesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show in which rows two price books differ.",
    discussion: """
      With one file it is compared with the shipped prices, which count as the older ones.

      EXAMPLES:
        jobs-cost prices diff prices.csv
        jobs-cost prices diff old.csv new.csv
        jobs-cost prices diff prices.csv -o ndjson |
          jq -c 'select(.action=="changed")'
      """)

  @Argument(help: ArgumentHelp("One or two price books.", valueName: "file"))
  var files: [String]

  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    guard (1...2).contains(files.count) else { throw ValidationError("one or two price books are compared") }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-cost", output, environment)
    let base = files.count == 2 ? try PriceOptions.read(files[0]) : try PriceBook.shipped().rows
    let changes = PriceChange.between(base, try PriceOptions.read(files[files.count - 1]))
    for change in changes { sink.emit("price-change") { write(change, to: &$0) } }
    if sink.isHuman {
      sink.output.write(
        changes.isEmpty ? "no difference\n" : table(changes).text(output.terminal(STDOUT_FILENO, environment)))
    }
    try sink.finish(ok: true)
  }

  private func table(_ changes: [PriceChange]) -> Table {
    var table = Table([
      .init("ROW"), .init("ACTION"), .init("BEFORE", .right), .init("AFTER", .right), .init("CHANGE", .right),
      .init("DATE", isUncut: true), .init("SOURCE"),
    ])
    for change in changes {
      table.add([
        change.key.description, change.action.rawValue, Self.shown(change.before), Self.shown(change.after),
        change.percent.map { "\($0.isNegative || $0.isZero ? "" : "+")\($0) %" } ?? "-",
        (change.after ?? change.before)?.date ?? "-", (change.after ?? change.before)?.source ?? "",
      ])
    }
    return table
  }

  private static func shown(_ row: PriceRow?) -> String {
    guard let row else { return "-" }
    if row.kind == .class { return row.sku }
    return row.per == .one ? "\(row.amount)" : "\(row.amount) for \(row.per)"
  }

  private func write(_ change: PriceChange, to json: inout JSONWriter) {
    json.beginRecord("price-change")
    json.member("action", change.action.rawValue)
    json.member("row", change.key.description)
    for (name, row) in [("before", change.before), ("after", change.after)] {
      guard let row else { continue }
      json.key(name)
      json.beginObject()
      for (column, text) in zip(PriceTable.columns, PriceTable.fields(row)) where !text.isEmpty {
        json.key(column)
        json.value(text)
      }
      json.endObject()
    }
    json.endObject()
  }
}
