import JobsCron
import Testing

@Suite struct CronNeverTests {
  static let now = Iso.epoch("2026-11-21T00:00:00Z")

  @Test(
    "a schedule that never fires says why",
    arguments: [
      ("0 0 30 2 *", CronDialect.unix, "there is no 30 February"),
      ("0 0 31 2,4 *", .unix, "there is no day 31 of February and April"),
      ("0 0 30,31 2 */2", .unix, "there is no days 30 and 31 of February"),
      ("0 0 0 29 2 ? 2027", .quartz, "there is no 29 February in 2027"),
      ("cron(0 0 ? 2 2#5 2027)", .eventbridge, "there is no 5th Monday of the month in February in 2027"),
      ("cron(0 0 30 2 ? 2027)", .eventbridge, "there is no 30 February"),
      ("0 0 12 1 1 ? 2020-2026", .quartz, "its last time, 2026-01-01T12:00:00 UTC, is over"),
      ("at(2026-11-20T23:59:59)", .eventbridge, "its last time, 2026-11-20T23:59:59 UTC, is over"),
    ])
  func never(text: String, dialect: CronDialect, words: String) {
    let cron = CronExpression.known(text, dialect)
    #expect(cron.never(after: Self.now, in: .utc)?.message == words)
    #expect(cron.nextFire(after: Self.now, in: .utc) == nil)
  }

  @Test(
    "a rare schedule is not taken for one that never fires",
    arguments: [
      "0 0 29 2 *", "0 0 29 2 */6", "0 0 30 2 1", "0 0 31 * *", "@reboot", "rate(1 day)", "at(2026-11-21T00:00:01)",
    ])
  func rare(text: String) {
    #expect(CronExpression.known(text).never(after: Self.now, in: .utc) == nil)
  }

  @Test("a time that lies in a gap for once is over before it began, if gaps are skipped")
  func lostInGap() {
    let cron = CronExpression.known("at(2027-03-28T02:30:00)")
    let berlin = Fixture.zone("Europe/Berlin")
    #expect(cron.never(after: Self.now, in: berlin) == nil)
    #expect(cron.never(after: Self.now, in: berlin, dst: DSTPolicy(gap: .skip)) == .over(last: nil))
    #expect(CronNever.over(last: nil).message == "its time is over")
  }
}
