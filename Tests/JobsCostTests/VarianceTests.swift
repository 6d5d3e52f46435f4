import JobsCore
import JobsManifest
import Testing

@testable import JobsCost

@Suite("Estimate against bill")
struct VarianceTests {
  private static let job = Sample.job(.lambda, region: "eu-central-1") {
    $0.resources.memoryBytes = 1 << 30
    $0.target.account = "111122223333"
  }

  private static func line(
    _ sku: String, _ amount: String, job: String = "report", currency: String = "USD", day: String = "2026-10-31",
    service: String = "AWSLambda"
  ) -> BillSample.Line {
    BillSample.Line(
      job: job, amount: amount, currency: currency, day: day, service: service, sku: sku, project: "111122223333")
  }

  /// 100,000 runs of a second with 1 GiB cost 1.66667 USD at list prices, and calls 0.02.
  private static func variance(
    _ lines: [BillSample.Line], shape: BillSample.Shape = .costAndUsage, hasFreeTier: Bool = false,
    _ change: (String) -> String = { $0 }
  ) throws -> Variance {
    let estimate = try Sample.estimate(
      [(job, Sample.profile(runs: 100_000, milliseconds: 1000, days: 31))], hasFreeTier: hasFreeTier, days: 31)
    let asked: [BillDimension] = [.job, .service, .sku]
    let bill = try BillSample.read(change(BillSample(lines: lines).text(shape)).utf8, by: asked)
    let period = try #require(Period(month: "2026-10"))
    return try Variance(
      estimate, BillReport(bill, by: asked, BillJobs([job])), period, lastDay: bill.days?.upperBound)
  }

  private func line(_ variance: Variance, _ sku: String, job: String? = "-/-/report") throws -> Variance.Line {
    try #require(variance.lines.first { $0.sku == sku && $0.job == job }, "\(variance.lines)")
  }

  @Test("what is as estimated has no difference and no reason")
  func alike() throws {
    let found = try Self.variance([Self.line("EUC1-Lambda-GB-Second", "1.66667")])
    let line = try line(found, "duration-x86")
    #expect(line.difference == .zero && line.reasons.isEmpty && line.service == "lambda")
    #expect(line.estimated?.description == "1.66667" && line.rows == 1)
  }

  @Test("what nothing else explains is said to be use or a price")
  func use() throws {
    let line = try line(try Self.variance([Self.line("EUC1-Lambda-GB-Second", "3")]), "duration-x86")
    #expect(line.difference?.description == "1.33333" && line.reasons.map(\.code) == [.use])
  }

  @Test("credits, what is nobody's and days that are missing are named with their figures")
  func reasons() throws {
    let found = try Self.variance(
      [
        Self.line("EUC1-Lambda-GB-Second", "1", day: "2026-10-20"),
        Self.line("EUC1-Lambda-GB-Second", "-0.25", day: "2026-10-21"),
        Self.line("EUC1-Lambda-GB-Second", "0.5", job: "", day: "2026-10-21"),
      ]) { $0.replacing("Usage,-0.25", with: "Credit,-0.25") }
    let line = try line(found, "duration-x86")
    #expect(line.reasons.map(\.code) == [.credits, .unlabelled, .late], "\(line.reasons)")
    #expect(
      line.reasons.map(\.words) == [
        "credits of -0.25 USD are taken off", "0.50 USD of it is nobody's in the bill",
        "the last line is of 2026-10-21, 10 days before the month ends",
      ])
    #expect(found.total.unattributed.description == "0.5" && found.total.billed.description == "1.25")
    #expect(try self.line(found, "duration-x86", job: nil).reasons.map(\.code) == [.unlabelled])
  }

  @Test("a bill in another currency is compared by its own rate, and not at all without one")
  func currency() throws {
    let eur = Self.line("Jobs CPU in europe-west1", "0.848", currency: "EUR", service: "Cloud Run")
    let found = try Self.variance([eur], shape: .googleTable) { $0.replacing(",EUR,1", with: ",EUR,0.848") }
    let line = try line(found, "cpu")
    #expect(line.billed == .one && line.reasons.map(\.code) == [.currency, .uncounted], "\(line)")
    let none = try Self.variance([Self.line("EUC1-Lambda-GB-Second", "2", currency: "EUR")])
    let other = try self.line(none, "duration-x86")
    #expect(other.billed == nil && other.difference == nil && other.reasons.map(\.code) == [.currency])
    #expect(none.total.incomparable == 1 && none.lines.first?.sku == "duration-x86")
  }

  @Test("what one side alone has is said, and what is free")
  func sides() throws {
    let found = try Self.variance(
      [Self.line("EUC1-DataTransfer-Out-Bytes", "4"), Self.line("Request", "1", job: "other")], hasFreeTier: true)
    #expect(try line(found, "EUC1-DataTransfer-Out-Bytes").reasons.map(\.code) == [.uncounted])
    #expect(try line(found, "request", job: "other").reasons.map(\.code) == [.unknown])
    // All of it is within the free tier, so that both sides are nothing.
    let duration = try line(found, "duration-x86")
    #expect(duration.estimated == .zero && duration.billed == nil && duration.reasons.isEmpty)
    let dear = try line(try Self.variance([Self.line("x", "0")]), "duration-x86")
    #expect(dear.reasons.map(\.code) == [.unbilled])
  }

  @Test("what the estimate takes off as free is named with its amount")
  func free() throws {
    let estimate = try Sample.estimate(
      [(Self.job, Sample.profile(runs: 1_000_000, milliseconds: 1000, days: 31))], days: 31)
    let asked: [BillDimension] = [.job, .service, .sku]
    let lines = [Self.line("EUC1-Lambda-GB-Second", "12")]
    let bill = try BillSample.read(BillSample(lines: lines).text(.costAndUsage).utf8, by: asked)
    let found = try Variance(
      estimate, BillReport(bill, by: asked, BillJobs([Self.job])), try #require(Period(month: "2026-10")),
      lastDay: 20_261_031)
    let line = try line(found, "duration-x86")
    // A million GB-seconds, of which 400,000 are free.
    #expect(line.list?.description == "16.6667" && line.estimated?.description == "10.00002")
    #expect(line.reasons.map(\.code) == [.free, .use])
    #expect(line.reasons[0].words == "the estimate takes 6.67 USD off as free")
  }

  @Test("what has no price is said to have none")
  func unpriced() throws {
    let job = Sample.job(.ecs, region: "sa-east-1") {
      $0.resources.cpuMillis = 1000
      $0.resources.memoryBytes = 2 << 30
    }
    let estimate = try Sample.estimate([(job, Sample.profile(runs: 1, milliseconds: 1000))])
    let asked: [BillDimension] = [.job, .service, .sku]
    let lines = [Self.line("SAE1-Fargate-vCPU-Hours:perCPU", "1", service: "AmazonECS")]
    let bill = try BillSample.read(BillSample(lines: lines).text(.costAndUsage).utf8, by: asked)
    let found = try Variance(
      estimate, BillReport(bill, by: asked, BillJobs([job])), try #require(Period(month: "2026-10")),
      lastDay: 20_261_031)
    let line = try line(found, "cpu-x86")
    #expect(line.estimated == nil && line.difference == .one && line.reasons.map(\.code) == [.unpriced])
    #expect(found.total.unpriced >= 1)
  }
}
