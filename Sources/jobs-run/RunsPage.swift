import JobsCommand
import JobsCore
import JobsReport
import JobsStore

/// The runs that were asked for, as records, or as a table for people.
struct RunsPage {
  let sink: RecordSink
  let terminal: Terminal
  let isQuiet: Bool

  /// - Parameters:
  ///   - history: nil where nothing has run yet.
  ///   - limit: the most runs that are shown; 0 for all.
  func show(_ query: RunHistory.Query, of history: RunHistory?, limit: Int) throws(Failure) {
    var query = query
    // One more tells whether there are more.
    if limit > 0 { query.limit = limit + 1 }
    var shown: [Execution] = []
    var count = 0
    var last: Execution?
    try history?.each(query) { execution in
      guard limit == 0 || count < limit else {
        count += 1
        return false
      }
      count += 1
      last = execution
      if sink.isHuman { shown.append(execution) } else { sink.emit("execution") { execution.write(to: &$0) } }
      return !sink.isClosed
    }
    if sink.isHuman {
      sink.output.write(shown.isEmpty ? "no runs\n" : ExecutionTable(executions: shown).text(terminal))
    }
    guard limit > 0, count > limit, let last, !isQuiet else { return }
    let next = query.order == .time ? "--after \(last.id)" : "--offset \(query.offset + limit)"
    Entry.say(
      "jobs-run", "there are more runs than these \(limit)", level: "note", hint: "\(next) goes on, --limit 0 shows all"
    )
  }

  /// - Parameters:
  ///   - found: from the query's offset on, and one more than the limit where there are more.
  ///   - limit: the most runs that are shown; 0 for all.
  func show(_ found: [Execution], _ query: RunHistory.Query, limit: Int) {
    let shown = limit > 0 ? Array(found.prefix(limit)) : found
    for execution in shown { sink.emit("execution") { execution.write(to: &$0) } }
    if sink.isHuman {
      sink.output.write(shown.isEmpty ? "no runs\n" : ExecutionTable(executions: shown).text(terminal))
    }
    guard shown.count < found.count, !isQuiet else { return }
    Entry.say(
      "jobs-run", "there are more runs than these \(limit)", level: "note",
      hint: "--offset \(query.offset + limit) goes on, --limit 0 shows all")
  }

  func show(_ counts: [(name: String, count: Int)], by column: RunHistory.CountColumn) {
    var table = Table([.init(column.rawValue.uppercased()), .init("RUNS", .right)])
    for (name, count) in counts {
      table.add([name, String(count)])
      sink.emit("count") { json in
        json.beginRecord("count")
        json.key(column.rawValue)
        json.value(name)
        json.member("runs", count)
        json.endObject()
      }
    }
    if sink.isHuman { sink.output.write(counts.isEmpty ? "no runs\n" : table.text(terminal)) }
  }
}
