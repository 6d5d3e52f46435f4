import JobsCron
import Testing

@Suite struct PosixTZTests {
  @Test(
    "a rule's changes fall where its text says",
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2050-03-27T01:00:00Z 7200 2050-10-30T01:00:00Z 3600"),
      ("EST5EDT,M3.2.0,M11.1.0", "2050-03-13T07:00:00Z -14400 2050-11-06T06:00:00Z -18000"),
      ("EST5EDT", "2050-03-13T07:00:00Z -14400 2050-11-06T06:00:00Z -18000"),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-03-27T01:00:00Z 3600 2050-10-30T01:00:00Z 0"),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-04-02T15:00:00Z 37800 2050-10-01T15:30:00Z 39600"),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T01:00:00Z -3600 2050-10-30T01:00:00Z -7200"),
      ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2050-04-03T03:00:00Z -14400 2050-09-04T04:00:00Z -10800"),
      ("AAA0BBB,J60/0,J300/0", "2050-03-01T00:00:00Z 3600 2050-10-26T23:00:00Z 0"),
      ("AAA0BBB,59/0,299/0", "2050-03-01T00:00:00Z 3600 2050-10-26T23:00:00Z 0"),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "2050-03-25T00:00:00Z 10800 2050-10-29T23:00:00Z 7200"),
      ("AAA-1:30:15BBB-2,M5.1.1/0:30:10,M6.1.1", "2050-05-01T22:59:55Z 7200 2050-06-06T00:00:00Z 5415"),
    ])
  func changes(rule: String, expected: String) throws {
    let zone = try Zone.posix(rule)
    let year = Iso.epoch("2050-01-01T00:00:00Z")..<Iso.epoch("2051-01-01T00:00:00Z")
    let text = zone.transitions(in: year).map { "\(WallTime(seconds: $0.epoch))Z \($0.offsetAfter)" }
    #expect(text.joined(separator: " ") == expected)
    #expect(zone.name == rule)
  }

  @Test("29 February is counted by 'n' and not by 'Jn'")
  func leapDays() throws {
    let year = Iso.epoch("2048-01-01T00:00:00Z")..<Iso.epoch("2049-01-01T00:00:00Z")
    let julian = try Zone.posix("AAA0BBB,J60/0,J300/0").transitions(in: year)
    let ordinal = try Zone.posix("AAA0BBB,59/0,299/0").transitions(in: year)
    #expect(WallTime(seconds: julian[0].epoch).date == "2048-03-01")
    #expect(WallTime(seconds: ordinal[0].epoch).date == "2048-02-29")
  }

  @Test(
    "daylight saving all the year is one offset",
    arguments: [("EST5EDT,0/0,J365/25", -14400), ("XXX3EDT4,0/0,J365/23", -14400), ("<+02>-2", 7200)])
  func allYear(rule: String, offset: Int64) throws {
    let zone = try Zone.posix(rule)
    for year in [1990, 2026, 2037, 2038, 2050, 2100] {
      for month in [1, 7, 12] {
        #expect(zone.utcOffset(at: WallTime(year: year, month: month, day: 31 - month % 2).seconds) == offset)
      }
    }
    let late = Iso.epoch("2060-01-01T00:00:00Z")..<Iso.epoch("2100-01-01T00:00:00Z")
    #expect(zone.transitions(in: late).isEmpty)
  }

  @Test(
    "a text that is no rule is refused",
    arguments: [
      "", "CE", "CET", "CET-", "CET-25", "CET-1CE", "CET-1CEST,M3.5.0", "CET-1CEST,M13.1.0,M10.5.0",
      "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J300", "CET-1CEST,366,10",
      "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0 ", "<CET-1", "<C!>-1", "<>-1", "CET-1:60",
      "CET-1CEST,M3.5.0/1:2:60,M10.5.0", "CET-1CEST;M3.5.0,M10.5.0", "Europe/Berlin",
    ])
  func faults(rule: String) throws {
    let error = try #require(throws: ZoneError.self) { try Zone.posix(rule) }
    #expect(error.code == .rule)
    #expect(error.message == "cannot read the zone rule '\(rule)'")
  }

  @Test("where daylight saving starts and ends at one instant in some years, its stretches still join")
  func meetingChanges() throws {
    // The fourth Sunday of March is the last one in four years of seven, and both changes are at 02:00 UTC.
    let zone = try Zone.posix("CET-0CEST,M3.4.0,M3.5.0/3")
    var at: Int64 = 946_684_800  // 2000
    var longest: Int64 = 0
    while at < 4_102_444_800 {  // 2100
      let span = zone.span(at: at)
      #expect(span.contains(at))
      #expect(zone.span(at: span.end).start == span.end)
      longest = max(longest, span.end - max(span.start, 0))
      at = span.end
    }
    #expect(longest > 3 * 366 * 86400)
    let leapDay = try CronExpression.parse("0 0 29 2 *", dialect: .unix, seed: nil)
    var fire: Int64 = 946_684_800
    for _ in 0..<20 {
      fire = try #require(leapDay.nextFire(after: fire, in: zone))
      #expect(leapDay.previousFire(before: fire + 1, in: zone) == fire)
    }
  }
}
