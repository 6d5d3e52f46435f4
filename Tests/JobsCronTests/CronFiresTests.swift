import JobsCron
import Testing

@Suite struct CronFiresTests {
  @Test("fires as at least two independent engines do", arguments: Fixture.table("cron_cases.tsv"))
  func agreedCases(row: [String]) {
    let expected = row[3].split(separator: ",").compactMap { Int64($0) }
    #expect(expected.count == 5)
    let fires = CronExpression.known(row[0]).next(5, after: Int64(row[2]) ?? 0, Fixture.zone(row[1]))
    #expect(fires == expected)
  }

  @Test("fires as Debian's cron does where engines differ", arguments: Fixture.table("debian_cases.tsv"))
  func debianCases(row: [String]) {
    let zone = Fixture.zone(row[1])
    let fires = CronExpression.known(row[0]).next(5, after: Iso.epoch(row[2]), zone)
    #expect(fires.map { Iso.text($0, zone) }.joined(separator: ";") == row[3])
  }

  @Test("both tables of cases are whole")
  func tables() {
    #expect(Fixture.table("cron_cases.tsv").count == 420)
    #expect(Fixture.table("debian_cases.tsv").count == 39)
  }

  @Test(
    "fires on the days that Quartz's marks name",
    arguments: [
      ("0 0 12 L * ?", "2026-02-01T00:00:00Z", "2026-02-28 2026-03-31 2026-04-30"),
      ("0 0 12 L-3 * ?", "2026-02-01T00:00:00Z", "2026-02-25 2026-03-28 2026-04-27"),
      ("0 0 12 LW * ?", "2026-02-01T00:00:00Z", "2026-02-27 2026-03-31 2026-04-30"),
      ("0 0 12 L-1W * ?", "2026-02-01T00:00:00Z", "2026-02-27 2026-03-30 2026-04-29"),
      ("0 0 12 15W * ?", "2026-02-01T00:00:00Z", "2026-02-16 2026-03-16 2026-04-15"),
      ("0 0 12 1W * ?", "2026-07-15T00:00:00Z", "2026-08-03 2026-09-01 2026-10-01"),
      ("0 0 12 31W * ?", "2026-01-01T00:00:00Z", "2026-01-30 2026-03-31 2026-05-29"),
      ("0 0 12 30W 5 ?", "2026-01-01T00:00:00Z", "2026-05-29 2027-05-31 2028-05-30"),
      ("0 0 12 ? * 6L", "2026-02-01T00:00:00Z", "2026-02-27 2026-03-27 2026-04-24"),
      ("0 0 12 ? * friL", "2026-02-01T00:00:00Z", "2026-02-27 2026-03-27 2026-04-24"),
      ("0 0 12 ? * L", "2026-02-01T00:00:00Z", "2026-02-07 2026-02-14 2026-02-21"),
      ("0 0 12 ? * 6#2", "2026-02-01T00:00:00Z", "2026-02-13 2026-03-13 2026-04-10"),
      ("0 0 12 ? * MON#5", "2026-01-01T00:00:00Z", "2026-03-30 2026-06-29 2026-08-31"),
      ("0 0 12 ? 2 MON#5", "2026-01-01T00:00:00Z", "2044-02-29 2072-02-29 2112-02-29"),
      ("0 0 12 ? * 1", "2026-02-01T13:00:00Z", "2026-02-08 2026-02-15 2026-02-22"),
      ("0 0 12 ? * FRI-MON", "2026-02-03T00:00:00Z", "2026-02-06 2026-02-07 2026-02-08"),
      ("0 0 12 1 NOV-FEB ?", "2026-02-03T00:00:00Z", "2026-11-01 2026-12-01 2027-01-01"),
      ("0 0 12 1 1 ? 2027,2030-2031", "2026-02-03T00:00:00Z", "2027-01-01 2030-01-01 2031-01-01"),
      ("0 0 12 1 1 ? */50", "2026-02-03T00:00:00Z", "2070-01-01"),
      ("cron(0 12 L * ? *)", "2026-02-01T00:00:00Z", "2026-02-28 2026-03-31 2026-04-30"),
      ("cron(0 12 ? * 2#1 2199)", "2026-02-01T00:00:00Z", "2199-01-07 2199-02-04 2199-03-04"),
      ("at(2027-03-28T12:00:00)", "2026-02-01T00:00:00Z", "2027-03-28"),
    ])
  func quartzDays(text: String, from: String, days: String) {
    let dialect: CronDialect? = text.contains("(") ? nil : .quartz
    let expected = days.split(separator: " ").map { "\($0)T12:00:00" }
    let fires = CronExpression.known(text, dialect).next(3, after: Iso.epoch(from), .utc)
    #expect(fires.map { WallTime(seconds: $0).description } == expected)
  }

  @Test("29 February on a Monday is found across 2100, which is no leap year")
  func acrossTheCentury() {
    let fires = CronExpression.known("0 0 29 2 */8", .unix).next(3, after: Iso.epoch("2071-01-01T00:00:00Z"), .utc)
    #expect(fires.map { WallTime(seconds: $0).date } == ["2088-02-29", "2128-02-29", "2156-02-29"])
  }

  @Test("a rate counts real time from the epoch on")
  func rates() {
    let rate = CronExpression.known("rate(7 minutes)")
    #expect(rate.next(3, after: 0, .utc) == [420, 840, 1260])
    #expect(rate.nextFire(after: 419, in: .utc) == 420)
    #expect(rate.nextFire(after: -1, in: .utc) == 0)
    #expect(rate.nextFire(after: -421, in: .utc) == -420)
    #expect(rate.previousFire(before: 420, in: .utc) == 0)
    #expect(rate.previousFire(before: 421, in: .utc) == 420)
    #expect(rate.previousFire(before: 0, in: .utc) == -420)
    #expect(rate.fires(in: 0..<1261, zone: .utc).count == 4)
    #expect(Array(rate.fires(in: 0..<1261, zone: .utc)) == [0, 420, 840, 1260])
    #expect(rate.fires(in: 1..<420, zone: .utc).count == 0)
  }

  @Test("a schedule for a host's start has no fires")
  func reboot() {
    let reboot = CronExpression.known("@reboot")
    #expect(reboot.nextFire(after: 0, in: .utc) == nil)
    #expect(reboot.previousFire(before: 0, in: .utc) == nil)
    #expect(Array(reboot.fires(in: 0..<1_000_000, zone: .utc)).isEmpty)
    #expect(reboot.fires(in: 0..<1_000_000, zone: .utc).count == 0)
  }

  @Test("nothing fires beyond the years 1 to 9999, and no instant is too large", arguments: ["* * * * *", "0 0 1 1 *"])
  func ends(text: String) {
    let cron = CronExpression.known(text)
    let berlin = Fixture.zone("Europe/Berlin")
    for zone in [Zone.utc, berlin] {
      #expect(cron.nextFire(after: .max, in: zone) == nil)
      #expect(cron.previousFire(before: .min, in: zone) == nil)
      #expect(cron.nextFire(after: .min, in: zone) != nil)
      #expect(cron.previousFire(before: .max, in: zone) != nil)
      #expect(cron.fires(in: Int64.min..<Int64.min + 10, zone: zone).count == 0)
      #expect(cron.fires(in: Int64.max - 10..<Int64.max, zone: zone).count == 0)
      #expect(cron.fires(in: Int64.max - 10..<Int64.max, zone: zone).first { _ in true } == nil)
    }
  }

  @Test("seconds fire within the minute")
  func seconds() {
    let cron = CronExpression.known("*/20 59 23 31 12 *", .seconds)
    let fires = cron.next(4, after: Iso.epoch("2026-12-31T23:59:00Z"), .utc)
    #expect(fires.prefix(2).map { WallTime(seconds: $0).time } == ["23:59:20", "23:59:40"])
    #expect(fires.dropFirst(2).map { WallTime(seconds: $0).year } == [2027, 2027])
    #expect(cron.previousFire(before: Iso.epoch("2026-12-31T23:59:20Z"), in: .utc) == Iso.epoch("2026-12-31T23:59:00Z"))
  }
}
