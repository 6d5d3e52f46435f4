import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport
import JobsStore

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Ask the history by SQL; it cannot be changed so.",
    discussion: """
      One SELECT in the words of SQLite. The tables are described under HISTORY FILE in jobs-run(1). In a pipe each row is \
      a record 'row' with a key for each column: names have to differ, 'type' and 'v' are taken, and a NULL is left out. A blob \
      is shown by its hexadecimal digits. With '-o csv' the rows are comma-separated values (RFC 4180) behind one row \
      with the names: a NULL is nothing, an empty text is "".

      EXAMPLES:
        jobs-run query 'SELECT job, count(*) AS runs FROM execution GROUP BY job'
        jobs-run query --limit 10 \\
          "SELECT id, reason FROM execution WHERE state='failed' ORDER BY at_ms DESC"
        jobs-run query - -o csv --limit 0 < report.sql > report.csv
        jobs-run query 'PRAGMA table_info(execution)'
      """)

  @Argument(help: ArgumentHelp("The SQL, or '-' to read it from standard input.", valueName: "sql"))
  var sql: String

  @Option(parsing: .unconditional, help: ArgumentHelp("The longest time to take, such as 5m.", valueName: "time"))
  var timeout = "30s"

  @Option(parsing: .unconditional, help: ArgumentHelp("The most rows; 0 for all.", valueName: "n"))
  var limit = 1000

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit has to be at least 0") }
    guard let seconds = Quantity.seconds(timeout), (1...86400).contains(seconds) else {
      throw RunOverrides.notATime("--timeout", timeout)
    }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let folder = try state.directory(environment)
    _ = try HistoryReading(folder).known()
    let rows = QueryRows(sink: sink, limit: limit)
    try HistoryQuery(reading: folder, seconds: Quantity.seconds(timeout) ?? 30).run(
      try text(), begin: { names throws(Failure) in try rows.begin(names) }, row: { rows.add($0) })
    rows.finish(output.terminal(STDOUT_FILENO, environment))
    if rows.hasMore, !output.quiet {
      Entry.say("jobs-run", "there are more rows than these \(limit)", level: "note", hint: "--limit 0 shows all")
    }
    try sink.finish(ok: true)
  }

  private func text() throws(Failure) -> String {
    guard sql == "-" else { return sql }
    do throws(FileBytes.ReadError) {
      return String(decoding: try FileBytes.readAll(STDIN_FILENO, limit: Self.sizeLimit), as: UTF8.self)
    } catch {
      let why = if case .system(let code) = error { systemMessage(code) } else { "it is longer than 1 MiB" }
      throw .usage("cannot read the SQL from standard input: \(why)")
    }
  }

  /// Bytes of SQL on standard input.
  private static let sizeLimit = 1 << 20
}
