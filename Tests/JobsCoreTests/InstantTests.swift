import JobsCore
import TestSupport
import Testing

@Suite("Instants")
struct InstantTests {
  @Test(
    "RFC 3339 is read",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0), ("2027-03-28T01:00:00Z", 1_806_195_600, 0),
      ("2027-03-28T03:00:00+02:00", 1_806_195_600, 0),
      ("2027-03-27t20:30:00.25-04:30", 1_806_195_600, 250_000_000), ("2000-02-29 12:00:00z", 951_825_600, 0),
      ("2016-12-31T23:59:60Z", 1_483_228_800, 0), ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999),
      ("0000-01-01T00:00:00Z", -62_167_219_200, 0), ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
      ("1970-01-01T00:00:00.1-00:00", 0, 100_000_000),
    ] as [(String, Int64, Int32)])
  func reads(_ text: String, _ seconds: Int64, _ nanoseconds: Int32) {
    #expect(Instant(rfc3339: text) == Instant(seconds: seconds, nanoseconds: nanoseconds))
  }

  @Test(
    "What is not RFC 3339 is refused",
    arguments: [
      "", "2027-03-28", "2027-03-28T01:00:00", "2027-03-28T01:00Z", "2027-3-28T01:00:00Z", "2027-13-01T00:00:00Z",
      "2027-00-01T00:00:00Z", "2027-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2027-04-31T00:00:00Z",
      "2027-01-00T00:00:00Z",
      "2027-01-01T24:00:00Z", "2027-01-01T00:60:00Z", "2027-01-01T00:00:61Z", "2027-01-01T00:00:00.Z",
      "2027-01-01T00:00:00.1234567890Z", "2027-01-01T00:00:00Zx", "2027-01-01T00:00:00+0200", "2027-01-01T00:00:00+02",
      "2027-01-01T00:00:00+24:00", "2027-01-01T00:00:00+02:60", "2027-01-01T00:00:00+02:00Z", "2027-01-01X00:00:00Z",
      "2027/01/01T00:00:00Z", "+027-01-01T00:00:00Z", "2027-01-01T00:00:00.5", "２０27-01-01T00:00:00Z",
    ])
  func refuses(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("Any instant of the years 0 to 9999 comes back from its text, to the millisecond")
  func roundTrip() {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let millis = Int32.random(in: 0..<1000, using: &random) * (Bool.random(using: &random) ? 1 : 0)
      let instant = Instant(
        seconds: .random(in: -62_167_219_200...253_402_300_799, using: &random), nanoseconds: millis * 1_000_000)
      #expect(Instant(rfc3339: instant.rfc3339) == instant, "seed \(seed): \(instant)")
      let hours = Int64.random(in: 0..<24, using: &random)
      let text = instant.adding(seconds: hours * 3600).rfc3339
      guard text.utf8.count <= 24 else { continue }
      let shifted = "\(text.dropLast())+\(hours < 10 ? "0" : "")\(hours):00"
      #expect(Instant(rfc3339: shifted) == instant, "seed \(seed): \(shifted)")
    }
  }

  @Test("Years beyond four digits are still written")
  func farAway() {
    #expect(Instant(seconds: 253_402_300_800).rfc3339 == "10000-01-01T00:00:00Z")
    #expect(Instant(seconds: -62_167_219_201).rfc3339 == "-1-12-31T23:59:59Z")
  }

  @Test("Differences and order take the fraction into account")
  func arithmetic() {
    let a = Instant(seconds: 10, nanoseconds: 750_000_000)
    let b = Instant(seconds: 12, nanoseconds: 250_000_000)
    #expect(b.seconds(since: a) == 1.5)
    #expect(a < b)
    #expect(Instant(seconds: 10) < a)
    #expect(a.milliseconds == 10_750)
    #expect(Instant.now() > Instant(seconds: 1_700_000_000))
  }
}
