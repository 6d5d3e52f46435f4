/// Reads comma-separated values (RFC 4180) row by row.
///
/// Rows end with LF or CR LF; a field in quotes may hold commas, line breaks and doubled quotes. Empty lines are passed
/// over, and so is the byte order mark that spreadsheets put first.
package struct CSVReader: Sendable {
  /// What is wrong with a file, and in which line.
  package struct Fault: Error, Hashable, Sendable {
    /// 1-based, of the row's first line.
    package var line: Int
    package var message: String

    package init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }

  package struct Row: Hashable, Sendable {
    package var fields: [String]
    /// 1-based, of its first line.
    package var line: Int
  }

  /// The longest field, in bytes.
  package static let fieldLimit = 64 << 10
  /// The most fields of a row.
  package static let columnLimit = 1024

  private let bytes: [UInt8]
  private let separator: UInt8
  private var at: Int
  private var line = 1

  /// - Parameter separator: what stands between fields: spreadsheets of some languages write semicolons.
  package init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row; nil at the end.
  package mutating func next() throws(Fault) -> Row? {
    while at < bytes.count, isBreak(at) { skipBreak() }
    guard at < bytes.count else { return nil }
    var row = Row(fields: [], line: line)
    while true {
      guard row.fields.count < Self.columnLimit else {
        throw Fault(line: row.line, message: "a row has more than \(Self.columnLimit) fields")
      }
      // A separator at the very end stands before one more field, which is empty.
      let field = try at < bytes.count && bytes[at] == Self.quote ? quoted(row.line) : plain(row.line)
      guard let text = String(validating: field, as: UTF8.self) else {
        throw Fault(line: row.line, message: "a field is not UTF-8")
      }
      row.fields.append(text)
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    if at < bytes.count { skipBreak() }
    return row
  }

  private static let quote = UInt8(ascii: "\"")

  private func isBreak(_ index: Int) -> Bool {
    bytes[index] == 10 || bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
  }

  private mutating func skipBreak() {
    at += bytes[at] == 13 ? 2 : 1
    line += 1
  }

  private mutating func plain(_ row: Int) throws(Fault) -> ArraySlice<UInt8> {
    let start = at
    while at < bytes.count, bytes[at] != separator, !isBreak(at) {
      guard bytes[at] != Self.quote else {
        throw Fault(line: row, message: "a quote stands within a field that has none around it")
      }
      at += 1
    }
    guard at - start <= Self.fieldLimit else { throw tooLong(row) }
    return bytes[start..<at]
  }

  private mutating func quoted(_ row: Int) throws(Fault) -> ArraySlice<UInt8> {
    var field: [UInt8] = []
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == Self.quote {
        at += 1
        guard at < bytes.count, bytes[at] == Self.quote else {
          guard at == bytes.count || bytes[at] == separator || isBreak(at) else {
            throw Fault(line: row, message: "text follows the quote that ends a field")
          }
          return field[...]
        }
      }
      if byte == 10 { line += 1 }
      guard field.count < Self.fieldLimit else { throw tooLong(row) }
      field.append(byte)
      at += 1
    }
    throw Fault(line: row, message: "a quote is not closed")
  }

  private func tooLong(_ row: Int) -> Fault {
    Fault(line: row, message: "a field is longer than \(Self.fieldLimit >> 10) KiB")
  }
}
