import JobsCommand
import JobsCore
import JobsReport
import JobsStore

/// The rows of a query: a table for people, `row` records for tools, CSV for spreadsheets.
final class QueryRows {
  private let sink: RecordSink
  private let limit: Int
  private var names: [String] = []
  private var table = Table([])
  private var count = 0
  /// Whether rows were left out for the limit.
  private(set) var hasMore = false

  /// - Parameter limit: 0 for all rows.
  init(sink: RecordSink, limit: Int) {
    self.sink = sink
    self.limit = limit
  }

  /// - Throws: a usage failure for names that the keys of a record cannot have.
  func begin(_ names: [String]) throws(Failure) {
    self.names = names
    if sink.format == .csv { return sink.output.write(CSVRow.text(names)) }
    guard !sink.isHuman else { return table = Table(names.map { Table.Column($0) }) }
    var seen: Set<String> = []
    for name in names {
      let shown = Terminal.visible(name)
      guard name != "type", name != "v" else {
        throw .usage(
          "a column is called '\(shown)', which every record has of its own", hint: "write … AS another_name")
      }
      guard seen.insert(name).inserted else {
        throw .usage("two columns are called '\(shown)'", hint: "name one of them with … AS another_name")
      }
    }
  }

  /// False if no more is wanted.
  func add(_ values: [SQLValue]) -> Bool {
    guard limit == 0 || count < limit else {
      hasMore = true
      return false
    }
    count += 1
    if sink.isHuman {
      table.add(values.map { Self.words($0) ?? "-" })
    } else if sink.format == .csv {
      sink.output.write(CSVRow.text(values.map(Self.words)))
    } else {
      sink.emit("row") { json in
        json.beginRecord("row")
        for (name, value) in zip(names, values) where value != .null {
          json.key(name)
          Self.write(value, to: &json)
        }
        json.endObject()
      }
    }
    return !sink.isClosed
  }

  func finish(_ terminal: Terminal) {
    guard sink.isHuman else { return }
    sink.output.write(count == 0 ? "no rows\n" : table.text(terminal))
  }

  /// nil for NULL.
  private static func words(_ value: SQLValue) -> String? {
    switch value {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }

  private static func write(_ value: SQLValue, to json: inout JSONWriter) {
    switch value {
    case .null: break
    case .integer(let number): json.value(number)
    case .real(let number): if number.isFinite { json.raw(String(number).utf8) } else { json.null() }
    case .text(let text): json.value(text)
    }
  }
}
