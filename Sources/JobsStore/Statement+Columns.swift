import CLibSQLite

extension Statement {
  /// The names of the result's columns, in order.
  var columnNames: [String] {
    (0..<sqlite3_column_count(compiled)).map { column in
      sqlite3_column_name(compiled, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The values of a row, each by its own type; a blob becomes text of hexadecimal digits.
  var columnValues: [SQLValue] {
    (0..<sqlite3_column_count(compiled)).map { column in
      switch sqlite3_column_type(compiled, column) {
      case SQLITE_INTEGER: .integer(sqlite3_column_int64(compiled, column))
      case SQLITE_FLOAT: .real(sqlite3_column_double(compiled, column))
      case SQLITE_TEXT: .text(text(column) ?? "")
      case SQLITE_BLOB: .text(hexadecimal(column))
      default: .null
      }
    }
  }

  private func hexadecimal(_ column: Int32) -> String {
    guard let start = sqlite3_column_blob(compiled, column) else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(compiled, column)))
    let digits = Array("0123456789ABCDEF".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
