import JobsCore
import Testing

@testable import JobsCost

@Suite("Bills that are none, or are broken")
struct BillFaultTests {
  private static let head =
    "line_item_usage_start_date,line_item_product_code,line_item_unblended_cost,line_item_currency_code,note\n"
  private static let row = "2026-10-05T00:00:00Z,AWSLambda,1.5,USD,x\n"
  private static let line =
    #"{"service":{"description":"a"},"usage_start_time":"2026-10-05 00:00:00 UTC","cost":1,"currency":"USD"}"#

  private func message(_ text: String) -> String {
    do {
      let bill = try BillSample.read(text.utf8, threads: 2)
      return "no failure: \(bill.groups)"
    } catch {
      guard let failure = error as? Failure else { return "\(error)" }
      #expect(failure.exitStatus == .usage && failure.hint?.contains("\n") != true)
      return failure.message
    }
  }

  @Test(
    "what is no bill is said to be none",
    arguments: [
      ("", "'bill' is empty"), ("  \n\n", "'bill' is empty"), ("hello\nworld\n", "its columns are those of no bill"),
      ("PAR1xxxx", "is Parquet"), ("PK\u{3}\u{4}", "is a ZIP archive"), ("[{}]", "is one JSON list"),
      ("{\"a\":1}\n", "is JSON, but no bill that is known"), ("{\"a\":\n", "its first line is no JSON object"),
      (#"{"cost":1,"currency":"USD","usage_start_time":"x"}"#, "its first line has no 'service'"),
    ])
  func foreign(text: String, words: String) {
    let found = message(text)
    #expect(found.hasPrefix("'bill' is ") || found.hasPrefix("'bill' begins"), "\(found)")
    #expect(found.contains(words), "\(found)")
  }

  @Test("a header that has changed is named with what is missing")
  func header() {
    let found = message(Self.head.replacing("unblended_cost", with: "blended_cost") + Self.row)
    #expect(
      found
        == "'bill' is not read: its columns are nearly those of a Cost and Usage Report of AWS, but 'line_item_unblended_cost' is missing"
    )
    #expect(
      message(Self.head.replacing("note", with: "line_item_product_code") + Self.row).contains("stands there twice"))
  }

  @Test("a bill without a line is not zero")
  func none() {
    #expect(message(Self.head) == "'bill' is a Cost and Usage Report of AWS without a line in it")
  }

  @Test(
    "a row that is broken is named by its line",
    arguments: [
      ("2026-10-05T00:00:00Z,AWSLambda,abc,USD,x\n", "line 4: 'abc' is no amount"),
      ("2026-10-05T00:00:00Z,AWSLambda,,USD,x\n", "line 4: a line has no amount"),
      ("2026-13-05T00:00:00Z,AWSLambda,1,USD,x\n", "line 4: '2026-13-05T00:00:00Z' is no day or time"),
      ("2026-02-29T00:00:00Z,AWSLambda,1,USD,x\n", "line 4: '2026-02-29T00:00:00Z' is no day or time"),
      ("2026-04-31T00:00:00Z,AWSLambda,1,USD,x\n", "line 4: '2026-04-31T00:00:00Z' is no day or time"),
      ("9999-12-31T00:00:00Z,AWSLambda,1,USD,x\n", "line 4: '9999-12-31T00:00:00Z' is no day or time"),
      ("0000-01-01T00:00:00Z,AWSLambda,1,USD,x\n", "line 4: '0000-01-01T00:00:00Z' is no day or time"),
      ("2026-10-05T00:00:00Z,AWSLambda,1,usd,x\n", "line 4: 'usd' is no currency"),
      ("2026-10-05T00:00:00Z,AWSLambda,1,USD\n", "line 4: a row has 4 fields in place of 5"),
      ("2026-10-05T00:00:00Z,AWSLambda,1,USD,x,y\n", "line 4: a row has 6 fields in place of 5"),
      ("2026-10-05T00:00:00Z,AWSLambda,\"1\"2,USD,x\n", "line 4: text follows the quote"),
      ("2026-10-05T00:00:00Z,AWSLambda,1,USD,\"x", "line 4: a quote is not closed"),
      (head, "line 4: 'line_item_unblended_cost' is no amount"),
    ])
  func rows(row: String, words: String) {
    let found = message(Self.head + Self.row.replacing(",x", with: ",\"x\n\"") + row)
    #expect(found.hasPrefix("'bill': \(words)"), "\(found)")
  }

  @Test(
    "a line of JSON that is broken is named by its number",
    arguments: [
      (#"{"cost":1"#, "line 3: a line is no JSON"), ("nonsense", "line 3: a line is no JSON"),
      (line.replacing("\"cost\":1", with: "\"cost\":\"x\""), "line 3: 'x' is no amount"),
      (line.replacing("\"cost\":1", with: "\"costs\":1"), "line 3: a line has no amount"),
      (line.replacing("\"cost\":1", with: "\"cost\":1 2"), "line 3: a line is no JSON"),
      (
        line.replacing("\"cost\":1", with: "\"cost\":1,\"credits\":[{\"amount\":\"x\"}]"),
        "line 3: a credit has no amount"
      ),
      (line + line, "line 3: a line is no JSON"), ("{\"a\":\"b\n", "line 3: a text is not closed"),
    ])
  func lines(line: String, words: String) {
    let found = message("\(Self.line)\n\n\(line)\n\(Self.line)\n")
    #expect(found.hasPrefix("'bill': \(words)"), "\(found)")
  }

  @Test("the first of several faults is told, whichever thread met it")
  func first() {
    let many = String(repeating: Self.row, count: 20_000)
    let bad = Self.row.replacing("1.5", with: "bad")
    for _ in 0..<3 {
      #expect(message(Self.head + many + bad + many + bad) == "'bill': line 20002: 'bad' is no amount")
    }
  }

  /// `gzip -n` of the header and two rows.
  private static func gzip(_ text: String) -> [UInt8] {
    // One stored block (RFC 1951, 3.2.4) in a member (RFC 1952) whose checksum is worked out here.
    let bytes = Array(text.utf8)
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    let little = { (number: UInt32) in (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    let count = UInt16(bytes.count)
    return [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255),
      UInt8(~count >> 8),
    ]
      + bytes + little(~checksum) + little(UInt32(bytes.count))
  }

  @Test("gzip is undone, also of several members; what is cut off or damaged is refused")
  func gzip() throws {
    let whole = Self.gzip(Self.head + Self.row) + Self.gzip(Self.row)
    let bill = try BillSample.read(whole)
    #expect(bill.rows == 2 && bill.groups.first?.amount.description == "3")
    for cut in [20, whole.count - 1, whole.count - 30] {
      let failure = #expect(throws: Failure.self) { try BillSample.read(whole[..<cut]) }
      #expect(failure?.message == "'bill' is gzip that is cut off")
    }
    var broken = whole
    broken[whole.count - 6] ^= 1
    let failure = #expect(throws: Failure.self) { try BillSample.read(broken) }
    #expect(failure?.message.hasPrefix("'bill' is broken gzip: ") == true)
  }
}
