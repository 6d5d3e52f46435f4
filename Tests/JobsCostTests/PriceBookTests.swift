import JobsCore
import JobsCost
import Testing

@Suite struct PriceBookTests {
  private let book: PriceBook

  init() throws { book = try PriceBook.shipped() }

  @Test(arguments: [
    ("europe-west1", "0.000018"), ("europe-west3", "0.0000216"), ("us-central1", "0.000018"),
    ("southamerica-east1", "0.0000216"), ("europe-north2", nil), ("nowhere", nil), (nil, nil),
  ])
  func `a region has the prices of its class, and one that is not known has none`(region: String?, price: String?)
    throws
  {
    let found = book.price(.init("gcp", "cloud-run-jobs", "cpu"), in: region)
    #expect(try found?.unitPrice.description == price)
  }

  @Test func `a region's own price goes before that of all`() throws {
    let item = PriceBook.Item("aws", "eventbridge-scheduler", "invocation")
    #expect(try book.price(item, in: "ap-northeast-1")?.unitPrice == Decimal("0.00000125"))
    #expect(try book.price(item, in: "eu-west-1")?.unitPrice == Decimal("0.000001"))
    #expect(book.price(.init("aws", "fargate", "cpu-x86"), in: "sa-east-1") == nil)
  }

  @Test func `a region's own price goes before that of its class`() throws {
    let rows =
      ["price,a,b,c,near,1,,unit,,,,2026-01-01,high,a page,", "price,a,b,c,r1,2,,unit,,,,2026-01-01,high,a page,"]
      + ["r1", "r2"].map { "class,a,b,near,\($0),,,,,,,2026-01-01,high,a page," }
    let text = ([PriceTableTests.head] + rows).joined(separator: "\n") + "\n"
    let book = PriceBook(try PriceTable.read(Array(text.utf8), name: "x"))
    #expect(try book.price(.init("a", "b", "c"), in: "r1")?.unitPrice == Decimal("2"))
    #expect(try book.price(.init("a", "b", "c"), in: "r2")?.unitPrice == .one)
  }

  @Test(arguments: [
    ("0", "0"), ("1", "0.0000166667"), ("6000000000", "100000.2"), ("6000000001", "100000.200015"),
    ("9216000000", "148240.2"), ("15000000000", "235000.2"), ("15000000001", "235000.2000133334"),
  ])
  func `cheaper tiers count only above their beginnings`(quantity: String, cost: String) throws {
    let price = try #require(book.price(.init("aws", "lambda", "duration-x86"), in: "us-east-1"))
    #expect(try price.cost(of: #require(Decimal(quantity))).description == cost)
  }

  @Test func `a table that does not begin at zero is no price`() throws {
    let text = "\(PriceTableTests.head)\nprice,a,b,c,*,1,,unit,10,,,2026-01-01,high,a page,\n"
    let book = PriceBook(try PriceTable.read(Array(text.utf8), name: "x"))
    #expect(book.price(.init("a", "b", "c"), in: nil) == nil)
  }

  @Test func `rules tell how use is counted`() {
    #expect(book.rule("gcp", "cloud-run-jobs", "step") == 100)
    #expect(book.rule("aws", "fargate", "minimum") == 60_000)
    #expect(book.rule("aws", "fargate", "step") == 1000)
    #expect(book.rule("host", "backup", "step") == nil)
  }

  @Test func `the age of a price is counted in whole days`() throws {
    let row = try #require(book.rows.first { $0.date == "2026-09-24" })
    #expect(row.age(at: try #require(Instant(rfc3339: "2026-09-24T23:59:59Z"))) == 0)
    #expect(row.age(at: try #require(Instant(rfc3339: "2026-11-21T00:00:00Z"))) == 58)
    #expect(row.age(at: try #require(Instant(rfc3339: "2026-09-23T23:59:59Z"))) == -1)
  }

  @Test func `two books differ in what was added, removed and changed`() throws {
    let rows = book.rows
    #expect(PriceChange.between(rows, rows).isEmpty)
    let place = try #require(rows.firstIndex { $0.sku == "cpu" && $0.region == "tier1" && $0.kind == .price })
    var dearer = rows
    dearer[place].amount = try #require(Decimal("0.0000198"))
    let removed = dearer.remove(at: place == 0 ? 1 : 0)
    let changes = PriceChange.between(rows, dearer)
    #expect(changes.map(\.action).sorted { $0.rawValue < $1.rawValue } == [.changed, .removed])
    #expect(changes.first { $0.action == .changed }?.percent == Decimal(String("10")))
    #expect(changes.first { $0.action == .removed }?.before == removed)
    #expect(PriceChange.between(dearer, rows).contains { $0.action == .added })
  }
}
