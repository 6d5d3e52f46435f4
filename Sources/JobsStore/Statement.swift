import CLibSQLite
package import JobsCore

/// A value that goes into a statement.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  package static func integer(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
  package static func integer(_ value: Int32?) -> SQLValue { value.map { .integer(Int64($0)) } ?? .null }
  package static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}

/// A compiled statement. It keeps its connection open, and is reset whenever it is run again.
package final class Statement {
  private let database: Database
  let compiled: OpaquePointer

  init(database: Database, compiled: OpaquePointer) {
    self.database = database
    self.compiled = compiled
  }

  deinit { sqlite3_finalize(compiled) }

  /// Gives the parameters new values, in order; those not given are null.
  package func bind(_ values: [SQLValue]) throws(Failure) {
    sqlite3_reset(compiled)
    sqlite3_clear_bindings(compiled)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(compiled, place)
        case .integer(let number): sqlite3_bind_int64(compiled, place, number)
        case .real(let number): sqlite3_bind_double(compiled, place, number)
        case .text(let text): bind(text, at: place)
        }
      guard code == SQLITE_OK else { throw database.fault(code).failure(path: database.path, doing: "change") }
    }
  }

  /// Runs a statement that returns no rows.
  package func run(_ values: [SQLValue] = []) throws(Failure) {
    try bind(values)
    _ = try step()
    sqlite3_reset(compiled)
  }

  /// Moves to the next row; false after the last, when the statement is ready to run again.
  package func step() throws(Failure) -> Bool {
    let code = sqlite3_step(compiled)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(compiled)
      return false
    default:
      let failure = database.fault(code).failure(path: database.path, doing: "use")
      sqlite3_reset(compiled)
      throw failure
    }
  }

  /// Every row, read by `row`.
  package func rows<Row>(_ values: [SQLValue] = [], _ row: (Statement) -> Row) throws(Failure) -> [Row] {
    try bind(values)
    var all: [Row] = []
    while try step() { all.append(row(self)) }
    return all
  }

  /// Columns are 0-based; nil for NULL.
  package func integer(_ column: Int32) -> Int64? {
    sqlite3_column_type(compiled, column) == SQLITE_NULL ? nil : sqlite3_column_int64(compiled, column)
  }

  /// Columns are 0-based; nil for NULL. Bytes that are not UTF-8 are repaired.
  package func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(compiled, column) else { return nil }
    let count = Int(sqlite3_column_bytes(compiled, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private func bind(_ text: String, at place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // SQLite copies: the string may be gone before the statement runs.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      return bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty buffer may have no address, and SQLite takes null for NULL.
        guard let start = bytes.baseAddress else { return sqlite3_bind_text(compiled, place, "", 0, copies) }
        return sqlite3_bind_text(compiled, place, start, Int32(bytes.count), copies)
      }
    }
  }
}
