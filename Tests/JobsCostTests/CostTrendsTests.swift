import JobsCore
import Testing

@testable import JobsCost

@Suite("Trends of a bill and days that stand out")
struct CostTrendsTests {
  /// Lines from the first of October 2026 on, which is a Thursday: an amount a day, "" for a day without a line.
  private static func trends(_ amounts: [String], job: String = "a", others: [BillSample.Line] = []) throws
    -> CostTrends
  {
    let first = CivilDate(year: 2026, month: 10, day: 1).daysSinceEpoch
    let lines = amounts.enumerated().compactMap { index, amount -> BillSample.Line? in
      guard !amount.isEmpty else { return nil }
      let day = BillDay.text(BillDay.number(CivilDate(daysSinceEpoch: first + Int64(index))))
      return BillSample.Line(job: job, amount: amount, day: day)
    }
    let text = BillSample(lines: lines + others).text(.costAndUsage)
    let bill = try BillSample.read(text.utf8, by: [.job, .day], threads: 2)
    return try CostTrends(bill, by: [.job], BillJobs([]))
  }

  @Test("the last week is compared with the one before, and weeks go back from the last day")
  func weeks() throws {
    let found = try Self.trends((1...24).map(String.init))
    #expect(found.periodDays == 7)
    #expect(found.periods == [20_261_004...20_261_010, 20_261_011...20_261_017, 20_261_018...20_261_024])
    let trend = try #require(found.trends.first)
    #expect(trend.amounts == [amount(49), amount(98), amount(147)])
    #expect(trend.change == amount(49) && trend.percent == amount(50))
  }

  @Test("a short bill is compared by halves, and one of a day has no trend")
  func short() throws {
    let found = try Self.trends(["1", "2", "4"])
    #expect(found.periodDays == 1 && found.trends.first?.change == amount(2))
    #expect(found.trends.first?.percent == amount(100))
    #expect(try Self.trends(["1"]).trends.isEmpty)
  }

  @Test("what is new has no percentage, and what changed most comes first")
  func order() throws {
    let new = BillSample.Line(job: "b", amount: "9", day: "2026-10-14")
    let found = try Self.trends(Array(repeating: "2", count: 14), others: [new])
    #expect(found.trends.map(\.keys) == [["b"], ["a"]])
    #expect(found.trends[0].percent == nil && found.trends[0].before.isZero && found.trends[1].change.isZero)
  }

  @Test("a day is held against the same weekdays before it, and the sum is shown")
  func anomaly() throws {
    // Weekdays cost 10 and a bit, weekends 2: a usual Saturday is no anomaly beside a Friday.
    var amounts = (0..<42).map { day in day % 7 == 2 || day % 7 == 3 ? "2" : day % 2 == 0 ? "10" : "10.5" }
    amounts[36] = "20"
    let found = try Self.trends(amounts)
    #expect(found.anomalies.map(\.day) == [20_261_106])
    let anomaly = try #require(found.anomalies.first)
    #expect(anomaly.samples.map(\.description) == ["10.5", "10", "10.5", "10", "10.5"])
    #expect(anomaly.median.description == "10.5" && anomaly.mad.isZero && anomaly.unit.description == "1.05")
    #expect(anomaly.score.description == "9.05")
    #expect(
      anomaly.arithmetic
        == "the 5 Fridays before have the median 10.5000 and the MAD 0.0000; (20.0000 - 10.5000) / max(1.4826 * 0.0000, 10 % of 10.5000, 0.01) = 9.05, and 3.5 is the threshold"
    )
  }

  @Test("days that vary much need a greater distance")
  func varying() throws {
    // Thursdays cost 1, 9, 5, 3 and then 12: the median is 4, the MAD 2, and 8 is 2.7 of 1.4826 × 2.
    var amounts = Array(repeating: "", count: 29)
    for (week, text) in ["1", "9", "5", "3", "12"].enumerated() { amounts[week * 7] = text }
    #expect(try Self.trends(amounts).anomalies.isEmpty)
    amounts[28] = "15"
    let anomaly = try #require(try Self.trends(amounts).anomalies.first)
    #expect(anomaly.unit.description == "2.9652" && anomaly.score.description == "3.71")
  }

  @Test("a day without a line is a day of nothing, but the last may still get lines")
  func missing() throws {
    var amounts = Array(repeating: "5", count: 30)
    amounts[24] = ""
    amounts[29] = "0.01"
    #expect(try Self.trends(amounts).anomalies.map(\.day) == [20_261_025])
  }

  @Test("the threshold itself is no anomaly, and no more than eight weekdays are looked at")
  func threshold() throws {
    // Of a hundred days, and at last a Friday; the unit is a tenth of ten.
    var amounts = Array(repeating: "10", count: 100)
    amounts[99] = "13.5"
    #expect(try Self.trends(amounts).anomalies.isEmpty)
    amounts[99] = "13.51"
    let anomaly = try #require(try Self.trends(amounts).anomalies.first)
    #expect(anomaly.score == Decimal("3.51") && anomaly.samples.count == 8)
  }

  @Test("fewer than three weekdays say nothing")
  func few() throws {
    var amounts = Array(repeating: "5", count: 21)
    amounts[20] = "500"
    #expect(try Self.trends(amounts).anomalies.isEmpty)
  }

  @Test("days far apart cost no time")
  func far() throws {
    let found = try Self.trends(["1"], others: [BillSample.Line(job: "b", amount: "1", day: "9998-12-31")])
    #expect(found.trends.count == 2 && found.anomalies.isEmpty)
  }
}
