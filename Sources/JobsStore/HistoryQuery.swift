import CLibSQLite
import Glibc
package import JobsCore

/// SQL that a user wrote, run over the history with no way to change it.
///
/// The file is open for reading alone, and an authoriser lets nothing by but reading: no ATTACH, no extension, no PRAGMA
/// but those that describe tables. Time and the size of values have bounds.
package final class HistoryQuery {
  private let database: Database
  private let deadline: QueryDeadline

  /// Opens the history; the file must exist.
  ///
  /// - Parameter seconds: how long a query may take.
  package init(reading state: StateDirectory, seconds: Int) throws(Failure) {
    database = try Database(path: state.history, access: .readOnly)
    try Schema.check(database)
    // What views and triggers of the file might call is not trusted either.
    try database.execute("PRAGMA trusted_schema = OFF")
    // Until the schema is read, SQLite takes any mistake for a schema that has changed.
    _ = try database.integer("SELECT 1 FROM execution LIMIT 0")
    deadline = QueryDeadline(seconds: seconds)
    sqlite3_limit(database.handle, SQLITE_LIMIT_LENGTH, Self.valueLimit)
    sqlite3_limit(database.handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_set_authorizer(
      database.handle, { _, action, first, second, _, _ in HistoryQuery.judge(action, first, second) }, nil)
    sqlite3_progress_handler(
      database.handle, Self.stride, { QueryDeadline.isOver($0) }, Unmanaged.passUnretained(deadline).toOpaque())
  }

  /// Runs one statement.
  ///
  /// - Parameters:
  ///   - begin: gets the names of the columns, before the first row.
  ///   - row: gets the values of a row, a blob as text of hexadecimal digits; false ends the query.
  /// - Throws: a usage failure that names the place for what is no SQL, or more than reading.
  package func run(
    _ sql: String, begin: ([String]) throws(Failure) -> Void, row: ([SQLValue]) throws(Failure) -> Bool
  ) throws(Failure) {
    let statement = try prepare(sql)
    try begin(statement.columnNames)
    deadline.start()
    while try step(statement) {
      guard try row(statement.columnValues) else { return }
    }
  }

  private func prepare(_ sql: String) throws(Failure) -> Statement {
    var compiled: OpaquePointer?
    var used = 0
    var sql = sql
    let code = sql.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text -> Int32 in
        guard let start = text.baseAddress else { return SQLITE_OK }
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(database.handle, start, Int32(text.count), 0, &compiled, &tail)
        used = tail.map { start.distance(to: $0) } ?? text.count
        return code
      }
    }
    guard code == SQLITE_OK else { throw failure(code, sql) }
    guard let compiled else {
      throw .usage("there is no SQL in the query", hint: "such as 'SELECT job, state FROM execution LIMIT 5'")
    }
    let statement = Statement(database: database, compiled: compiled)
    let rest = sql.utf8.dropFirst(used)
    if let next = rest.firstIndex(where: { ![32, 9, 10, 13, UInt8(ascii: ";")].contains($0) }),
      !rest[next...].starts(with: "--".utf8)
    {
      let place = Self.place(of: sql.utf8.distance(from: sql.startIndex, to: next), in: sql)
      throw .usage("there is a second statement, at \(place)", hint: "a query is one SELECT")
    }
    guard sqlite3_stmt_readonly(compiled) != 0 else {
      throw .usage("the SQL would change the history", hint: Self.readHint)
    }
    return statement
  }

  private func step(_ statement: Statement) throws(Failure) -> Bool {
    let code = sqlite3_step(statement.compiled)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure(code, nil)
    }
  }

  /// - Parameter sql: to name the place in; nil once it runs.
  private func failure(_ code: Int32, _ sql: String?) -> Failure {
    let words = String(cString: sqlite3_errmsg(database.handle))
    switch code & 0xFF {
    case SQLITE_AUTH, SQLITE_READONLY: return .usage("the SQL would do more than read: \(words)", hint: Self.readHint)
    case SQLITE_INTERRUPT:
      return .world(
        "the query took longer than \(deadline.seconds) s, and was ended",
        hint: "narrow it by job or at_ms, which have indexes, or give it more time with --timeout")
    case SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_CONSTRAINT:
      let offset = Int(sqlite3_error_offset(database.handle))
      let place = sql.map { offset >= 0 ? ", at \(Self.place(of: offset, in: $0))" : "" } ?? ""
      return .usage(
        "cannot run the SQL: \(Terminal.visible(words))\(place)",
        hint: "the tables are in jobs-run(1), and in 'SELECT sql FROM sqlite_schema'")
    default: return database.fault(code).failure(path: database.path, doing: "read")
    }
  }

  private static let readHint = "a query is one SELECT; 'PRAGMA table_info(execution)' shows columns"

  private static func place(of offset: Int, in sql: String) -> String {
    let position = LineIndex(Array(sql.utf8)).position(of: offset)
    return "line \(position.line), column \(position.column)"
  }

  /// Bytes of a value, and of the SQL.
  private static let valueLimit: Int32 = 16 << 20
  /// Steps of SQLite's machine between two looks at the clock.
  private static let stride: Int32 = 10_000

  private static let describing: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "user_version",
  ]

  /// The authoriser; the two words depend on the action.
  private static func judge(
    _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?
  ) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_UPDATE:
      // SQLite asks for this where it sets up json_each and its like; that table cannot be changed by UPDATE anyway.
      return first.map { String(cString: $0) } == "sqlite_master" ? SQLITE_OK : SQLITE_DENY
    case SQLITE_FUNCTION:
      let name = second.map { String(cString: $0).lowercased() } ?? ""
      return ["load_extension", "fts3_tokenizer"].contains(name) ? SQLITE_DENY : SQLITE_OK
    case SQLITE_PRAGMA:
      let name = first.map { String(cString: $0).lowercased() } ?? ""
      guard describing.contains(name) else { return SQLITE_DENY }
      // With a value this one would be set.
      return name == "user_version" && second != nil ? SQLITE_DENY : SQLITE_OK
    default: return SQLITE_DENY
    }
  }
}

/// When a query is over at the latest, as SQLite asks for it.
private final class QueryDeadline {
  let seconds: Int
  private var end: Int64 = .max

  init(seconds: Int) { self.seconds = seconds }

  func start() { end = Self.now() + Int64(seconds) * 1000 }

  static func isOver(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return 0 }
    return now() > Unmanaged<QueryDeadline>.fromOpaque(context).takeUnretainedValue().end ? 1 : 0
  }

  /// Milliseconds of a clock that is never set.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
