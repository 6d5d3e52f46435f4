import JobsCore
import JobsStore
import TestSupport
import Testing

private let cost = Tool("jobs-cost")

@Suite("jobs-cost prices")
struct JobsCostPricesTests {
  private let folder = ToolFolder()

  @Test("the shipped table is a file that can be taken in its place")
  func table() {
    let made = Tool.shell(
      "jobs-cost prices show -o csv > prices.csv && jobs-cost prices diff prices.csv -o human", in: folder)
    #expect(made.status == 0 && made.stdout == "no difference\n", "\(made.stdout)\(made.stderr)")
    let changed = Tool.shell(
      "sed -i 's/,0.000018,/,0.000027,/' prices.csv && jobs-cost prices diff prices.csv -o human", in: folder)
    #expect(
      changed.lines.count == 2 && changed.lines.last?.contains("price 'cpu' of gcp cloud-run-jobs in 'tier1'") == true)
    #expect(changed.lines.last?.contains("0.000018  0.000027   +50 %") == true, "\(changed.stdout)")
    let shown = cost.run(["prices", "show", "cloud-run-jobs", "cpu", "tier1", "--prices", "prices.csv"], in: folder)
    #expect(
      shown.records("price").count == 2 && shown.records("price").contains { $0.contains(#""amount":"0.000027""#) })
    #expect(cost.run(["prices", "show", "nothing"], in: folder).status == 2)
  }

  @Test("prices that are older than they may be end with 1")
  func age() {
    let stale = cost.run(["prices", "check", "--max-age", "365"], in: folder)
    #expect(stale.status == 1 && stale.records("price").count > 0)
    #expect(stale.records("price").allSatisfy { !$0.contains(#""date":"2026-11"#) })
    let fresh = cost.run(["prices", "check", "--max-age", "36500", "-o", "human"], in: folder)
    #expect(fresh.status == 0 && fresh.stdout.hasPrefix("none of "), "\(fresh.stdout)")
  }

  @Test("a price book that is not understood is refused with its line")
  func broken() {
    _ = Tool.shell("jobs-cost prices show -o csv | sed '3s/,high,/,sure,/' > prices.csv", in: folder)
    let found = cost.run(["prices", "show", "--prices", "prices.csv"], in: folder)
    #expect(found.status == 2)
    #expect(found.stderr.contains("'prices.csv' is no price book: line 3: 'confidence' is 'sure'"), "\(found.stderr)")
  }
}
