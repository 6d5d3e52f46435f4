import JobsCore
import JobsCost
import Testing

@Suite struct PriceTableTests {
  static let head = PriceTable.columns.joined(separator: ",")
  static let row = "price,gcp,run,cpu,tier1,0.1,,second,,,,2026-01-01,high,a page,"

  private static func read(_ text: String) throws(Failure) -> [PriceRow] {
    try PriceTable.read(Array(text.utf8), name: "'x.csv'")
  }

  @Test func `the shipped table is read, and written as it was`() throws {
    let book = try PriceBook.shipped()
    #expect(book.rows.count == PriceBook.shippedTable.split(separator: "\n").count - 1)
    let text = Self.head + "\n" + book.rows.map { PriceTable.fields($0).joined(separator: ",") + "\n" }.joined()
    #expect(try Self.read(text).sorted { $0.key < $1.key } == book.rows)
  }

  @Test func `every shipped row says when and where, and draws from a pool that there is`() throws {
    let book = try PriceBook.shipped()
    for row in book.rows {
      #expect(row.date >= "2021-01-01" && row.date <= "2026-11-21", "\(row.key)")
      #expect(!row.source.contains("  ") && row.source.utf8.count >= 8, "\(row.key)")
      guard let pool = row.pool else { continue }
      #expect(book.allowance(row.provider, row.service, pool: pool) != nil, "\(row.key)")
    }
    // A pool that nobody draws from would be of no use.
    for row in book.rows where row.kind == .free {
      #expect(book.rows.contains { $0.pool == row.sku && $0.service == row.service }, "\(row.key)")
    }
  }

  @Test func `columns may stand in any order`() throws {
    let columns = Array(PriceTable.columns.reversed())
    let fields = Array(Self.row.split(separator: ",", omittingEmptySubsequences: false).reversed())
    let row = try Self.read("\(columns.joined(separator: ","))\n\(fields.joined(separator: ","))\n")
    #expect(try row == Self.read("\(Self.head)\n\(Self.row)\n"))
  }

  /// Rows of a file, and what is said of the first fault in them.
  static let faults: [(rows: [String], words: String)] = [
    ([], "line 1: the file is empty"),
    (["kind,provider"], "line 1: the column 'service' is missing"),
    ([head + ",colour"], "line 1: there is no column 'colour'"),
    ([head + ",note"], "line 1: the column 'note' stands there twice"),
    ([head], "has no prices"),
    ([head, row + ","], "line 2: the row has 16 fields in place of 15"),
    ([head, row, row], "line 3: the price 'cpu' of gcp run in 'tier1' stands in line 2 already"),
    ([head, edited("0.1", "-1")], "line 2: 'amount' is '-1', which is no amount"),
    ([head, edited("0.1", "1e3")], "line 2: 'amount' is '1e3', which is no amount"),
    ([head, edited("0.1,", "0.1,0")], "line 2: 'per' is zero"),
    ([head, edited("second", "")], "line 2: 'unit' is empty"),
    ([head, edited("a page", "")], "line 2: 'source' is empty"),
    ([head, edited("2026-01-01", "2026-02-30")], "line 2: 'date' is '2026-02-30', which is no day"),
    ([head, edited("high", "sure")], "line 2: 'confidence' is 'sure' in place of one of high, medium, low"),
    ([head, edited("price,", "cost,")], "line 2: 'kind' is 'cost' in place of one of price, class, free, rule"),
    ([head, "free,gcp,run,cpu,*,1,,second,,,,2026-01-01,high,a page,"], "line 2: 'scope' is '' in place of one of"),
    ([head, "rule,gcp,run,speed,*,1,,second,,,,2026-01-01,high,a page,"], "line 2: there is no rule 'speed'"),
    ([head, "rule,gcp,run,step,*,1,,second,,cpu,,2026-01-01,high,a page,"], "line 2: only a row of kind 'price'"),
    ([head, "\""], "line 2: a quote is not closed"),
  ]

  private static func edited(_ old: String, _ new: String) -> String { row.replacing(old, with: new) }

  @Test(arguments: faults.indices)
  func `what is not wholly understood is refused with its line`(index: Int) {
    let (rows, words) = Self.faults[index]
    let failure = #expect(throws: Failure.self) { try Self.read(rows.joined(separator: "\n")) }
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    #expect(failure?.exitStatus == .usage && failure?.hint != nil)
  }
}
