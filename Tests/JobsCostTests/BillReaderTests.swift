import JobsCore
import Testing

@testable import JobsCost

@Suite("Bills")
struct BillReaderTests {
  @Test("one bill comes to the same by job in every shape", arguments: BillSample.Shape.allCases)
  func shapes(shape: BillSample.Shape) throws {
    let sample = BillSample.random(3000, seed: 11)
    let report = try BillSample.report(sample.text(shape))
    #expect(report.amounts == sample.expected)
    #expect(report.totals.first?.rows == 3000 && report.totals.count == 1)
  }

  @Test("the outcome is the same for any number of threads", arguments: [BillSample.Shape.googleLines, .costAndUsage])
  func threads(shape: BillSample.Shape) throws {
    // Some parts of a file.
    let text = BillSample.random(9000, seed: 5).text(shape)
    #expect(text.utf8.count > BillChunks.size * 4)
    let by: [BillDimension] = [.team, .day]
    let one = try BillSample.report(text, by: by, threads: 1)
    #expect(one.lines.count > 100)
    for threads in 2...5 {
      let many = try BillSample.report(text, by: by, threads: threads)
      #expect(many.lines == one.lines && many.totals == one.totals)
    }
  }

  @Test(
    "lines are grouped by what is asked for",
    arguments: [
      ("team", ["t1", "t2", ""]), ("env", ["dev", ""]), ("service", ["Cloud Run", "Storage"]), ("sku", ["Jobs CPU"]),
      ("project", ["acme-prod"]), ("region", ["europe-west1"]), ("day", ["2026-10-05", "2026-10-06"]),
      ("label:team", ["t1", "t2", ""]),
    ])
  func grouping(word: String, values: [String]) throws {
    let sample = BillSample(lines: [
      .init(job: "a", team: "t1", env: "dev", amount: "1"),
      .init(job: "b", team: "t2", amount: "2", service: "Storage"),
      .init(amount: "4", day: "2026-10-06"),
    ])
    let dimension = try #require(BillDimension(word))
    for shape in BillSample.Shape.allCases {
      let report = try BillSample.report(sample.text(shape), by: [dimension])
      #expect(Set(report.amounts.keys) == Set(values), "\(shape)")
      #expect(report.totals.first?.amount == amount(7))
    }
  }

  @Test("a line is a job's by its label, else by its resource, else nobody's")
  func attribution() throws {
    let run = "//run.googleapis.com/projects/p/locations/r/jobs/nightly"
    let sample = BillSample(lines: [
      .init(job: "labelled", amount: "1", resource: run), .init(amount: "2", resource: run),
      .init(amount: "4", resource: "//storage.googleapis.com/projects/_/buckets/b"), .init(amount: "8"),
    ])
    for shape in BillSample.Shape.allCases {
      let report = try BillSample.report(sample.text(shape))
      #expect(report.amounts == ["labelled": amount(1), "nightly": amount(2), "": amount(12)])
      let total = try #require(report.totals.first)
      #expect(total.byLabel == amount(1) && total.byResource == amount(2))
      #expect(total.unattributed == amount(12) && total.unattributedRows == 2)
    }
  }

  @Test("credits within a line and lines of credits are taken off, and told")
  func credits() throws {
    let google = """
      {"service":{"description":"a"},"usage_start_time":"2026-10-05 00:00:00 UTC","labels":[],"cost":1.6e-05,"currency":"EUR","currency_conversion_rate":0.8,"credits":[{"name":"x","amount":-0.000006},{"amount":-1e-6,"id":"y"}]}

      """
    let report = try BillSample.report(google)
    #expect(report.lines.first?.amount.description == "0.000009")
    #expect(report.lines.first?.credits.description == "-0.000007")
    // By the bill's own rate.
    #expect(report.lines.first?.converted?.description == "0.00001125")
    let usage = """
      line_item_usage_start_date,line_item_product_code,line_item_line_item_type,line_item_unblended_cost,line_item_currency_code
      2026-10-05T00:00:00Z,AWSLambda,Usage,10,USD
      2026-10-05T00:00:00Z,AWSLambda,Credit,-4,USD
      2026-10-05T00:00:00Z,AWSLambda,EdpDiscount,-1.5,USD
      2026-10-05T00:00:00Z,AWSLambda,Tax,2,USD
      """
    let bill = try BillSample.read(usage.utf8)
    let line = try #require(try BillReport(bill, by: [.job], BillJobs([])).lines.first)
    #expect(line.amount.description == "6.5" && line.credits.description == "-5.5" && line.rows == 4)
    #expect(bill.negative == 2)
  }

  @Test("currencies are kept apart, and it is said")
  func currencies() throws {
    let sample = BillSample(lines: [
      .init(job: "a", amount: "1", currency: "USD"), .init(job: "a", amount: "2", currency: "EUR"),
      .init(job: "a", amount: "0", currency: "EUR"),
    ])
    for shape in BillSample.Shape.allCases {
      let bill = try BillSample.read(sample.text(shape).utf8)
      let report = try BillReport(bill, by: [.job], BillJobs([]))
      #expect(report.totals.map(\.currency) == ["EUR", "USD"] && report.lines.map(\.rows) == [2, 1])
      #expect(bill.remarks.first?.hasPrefix("amounts in EUR, USD are not added up") == true)
      #expect(bill.zero == 1)
    }
  }

  @Test("lines that stand there twice are counted, and it is said how many", arguments: BillSample.Shape.allCases)
  func repeats(shape: BillSample.Shape) throws {
    var sample = BillSample(lines: (0..<50).map { .init(job: "a", amount: "1.\($0)") })
    #expect(try BillSample.read(sample.text(shape).utf8).repeated == 0)
    sample.lines += sample.lines.prefix(7)
    let bill = try BillSample.read(sample.text(shape).utf8, threads: 2)
    #expect(bill.repeated == 7 && bill.sampleRate == 1 && bill.rows == 57)
    #expect(bill.remarks.contains { $0.hasPrefix("7 lines are byte for byte what an earlier line is") })
  }

  @Test("days that were not asked for do not count, and it is said")
  func days() throws {
    let sample = BillSample(lines: [.init(amount: "1", day: "2026-09-30"), .init(amount: "2", day: "2026-10-31")])
    let bill = try BillSample.read(sample.text(.focus).utf8, days: 20_261_001...20_261_031)
    #expect(bill.outside == 1 && bill.days == 20_261_031...20_261_031)
    #expect(bill.groups.map(\.amount) == [amount(2)])
  }

  @Test("a line that is longer than a part of the file is read whole")
  func long() throws {
    let sample = BillSample(lines: [
      .init(job: "a", amount: "1", description: String(repeating: "x,\"\n", count: BillChunks.size)),
      .init(job: "b", amount: "2"),
    ])
    for shape in [BillSample.Shape.costAndUsage, .googleLines] {
      let report = try BillSample.report(sample.text(shape), threads: 2)
      #expect(report.amounts == ["a": amount(1), "b": amount(2)])
    }
    let endless = "{\"service\":{},\"cost\":1,\"currency\":\"USD\",\"usage_start_time\":\"2026-10-01\"}\n{\"a\":\""
    let failure = #expect(throws: Failure.self) {
      try BillSample.read(Array(endless.utf8) + [UInt8](repeating: 120, count: BillChunks.rowLimit + 1))
    }
    #expect(failure?.message.contains("is longer than 4 MiB") == true)
  }
}
