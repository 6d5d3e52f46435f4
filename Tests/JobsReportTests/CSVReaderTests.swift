import JobsReport
import Testing

@Suite struct CSVReaderTests {
  private static func read(_ text: String) throws(CSVReader.Fault) -> [CSVReader.Row] {
    try read(Array(text.utf8))
  }

  private static func read(_ bytes: [UInt8]) throws(CSVReader.Fault) -> [CSVReader.Row] {
    var reader = CSVReader(bytes)
    var rows: [CSVReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,,\n", [["a", "", ""]]), (",", [["", ""]]), ("\n\na\n\n", [["a"]]), ("", []),
    ("\"a,\"\"b\"\"\nc\",d\n", [["a,\"b\"\nc", "d"]]), ("\"\"\n", [[""]]), ("\u{FEFF}a\n", [["a"]]),
    ("a\rb\n", [["a\rb"]]), ("é,☃\n", [["é", "☃"]]),
  ])
  func `rows are read as RFC 4180 has them`(text: String, fields: [[String]]) throws {
    #expect(try Self.read(text).map(\.fields) == fields)
  }

  @Test func `a row is known by its first line`() throws {
    #expect(try Self.read("a\n\"x\ny\"\n\nz\n").map(\.line) == [1, 2, 5])
  }

  @Test(arguments: [
    ("a\n\"b", 2, "a quote is not closed"), ("a\"b\n", 1, "a quote stands within a field that has none around it"),
    ("\"a\"b\n", 1, "text follows the quote that ends a field"),
    (String(repeating: ",", count: 1024), 1, "a row has more than 1024 fields"),
    ("a\n" + String(repeating: "x", count: 65_537), 2, "a field is longer than 64 KiB"),
    ("\"" + String(repeating: "x", count: 65_537) + "\"", 1, "a field is longer than 64 KiB"),
  ])
  func `what is broken is refused with its line`(text: String, line: Int, message: String) {
    #expect(throws: CSVReader.Fault(line: line, message: message)) { try Self.read(text) }
  }

  @Test func `bytes that are no text are refused`() {
    #expect(throws: CSVReader.Fault(line: 1, message: "a field is not UTF-8")) { try Self.read([0x61, 0xFF]) }
  }
}
