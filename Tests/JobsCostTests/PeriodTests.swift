import JobsCore
import JobsCost
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [("2027-03", 31), ("2027-02", 28), ("2028-02", 29), ("2027-12", 31), ("1970-01", 31)])
  func `a month has its days`(text: String, days: Int) throws {
    let period = try #require(Period(month: text))
    #expect(period.days == days && period.words == text)
    #expect(period.bounds.from == "\(text)-01")
    #expect((period.end - period.start) == Int64(days) * 86400)
  }

  @Test(arguments: [
    "", "2027", "2027-13", "2027-00", "27-03", "2027-3", "2027-03-01", "2027/03", "+202-03", "9999-01", "1969-12",
  ])
  func `what is no month is refused`(text: String) { #expect(Period(month: text) == nil) }

  @Test func `days are told by their bounds`() throws {
    let start = try #require(Instant(rfc3339: "2026-11-21T10:00:00Z"))
    let period = Period(from: start.seconds, days: 30)
    #expect(period.month == nil && period.words == "2026-11-21 to 2026-12-21")
  }
}
