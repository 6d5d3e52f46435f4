import JobsCron
import Testing

@Suite struct CronClockChangesTests {
  static let now = Iso.epoch("2026-11-21T00:00:00Z")

  @Test("a fixed time in the gaps of two years")
  func gaps() {
    let berlin = Fixture.zone("Europe/Berlin")
    let cron = CronExpression.known("30 2 * * *")
    let changes = cron.gapDates(in: berlin, from: Self.now)
    #expect(
      changes.map(\.message) == [
        "02:30 does not exist on 2027-03-28; runs at the end of the gap, at 03:00",
        "02:30 does not exist on 2028-03-26; runs at the end of the gap, at 03:00",
      ])
    #expect(changes.map(\.fires) == [[Iso.epoch("2027-03-28T01:00:00Z")], [Iso.epoch("2028-03-26T01:00:00Z")]])
    let skipped = cron.gapDates(in: berlin, from: Self.now, years: 1, dst: DSTPolicy(gap: .skip))
    #expect(skipped.map(\.message) == ["02:30 does not exist on 2027-03-28; does not run"])
    let several = CronExpression.known("*/20 2 * * *").gapDates(in: berlin, from: Self.now, years: 1)
    #expect(several.map(\.message) == ["02:00 and 2 more times do not exist on 2027-03-28; do not run"])
    let once = CronExpression.known("10,20 2 * * *").gapDates(in: berlin, from: Self.now, years: 1)
    #expect(
      once.map(\.message) == [
        "02:10 and 1 more time do not exist on 2027-03-28; run once at the end of the gap, at 03:00"
      ])
    #expect(once.first?.count == 2)
  }

  @Test("a fixed time in the repeats of a year, under each policy")
  func repeats() {
    let berlin = Fixture.zone("Europe/Berlin")
    let cron = CronExpression.known("30 2 * * *")
    func messages(_ text: String, _ dst: DSTPolicy) -> [String] {
      CronExpression.known(text).repeatDates(in: berlin, from: Self.now, years: 1, dst: dst).map(\.message)
    }
    #expect(messages("30 2 * * *", DSTPolicy()) == ["02:30 exists twice on 2027-10-31; runs at the first"])
    #expect(
      messages("30 2 * * *", DSTPolicy(repeat: .second)) == ["02:30 exists twice on 2027-10-31; runs at the second"])
    #expect(messages("30 2 * * *", DSTPolicy(repeat: .both)) == ["02:30 exists twice on 2027-10-31; runs both times"])
    #expect(
      messages("0,30 2 * * *", DSTPolicy()) == ["02:00 and 1 more time exist twice on 2027-10-31; run at the first"])
    #expect(
      messages("*/30 2 * * *", DSTPolicy()) == ["02:00 and 1 more time exist twice on 2027-10-31; run both times"])
    for change in cron.repeatDates(in: berlin, from: Self.now, years: 3) {
      for fire in change.fires { #expect(cron.nextFire(after: fire - 1, in: berlin) == fire) }
    }
  }

  @Test(
    "what no change of the clock meets is not reported",
    arguments: ["* * * * *", "0 */2 * * *", "30 3 * * *", "30 2 * * 1", "0 0 30 2 *", "rate(1 hour)", "@reboot"])
  func quiet(text: String) {
    let berlin = Fixture.zone("Europe/Berlin")
    let cron = CronExpression.known(text)
    #expect(cron.gapDates(in: berlin, from: Self.now).isEmpty)
    #expect(cron.repeatDates(in: berlin, from: Self.now).isEmpty)
    #expect(CronExpression.known("30 2 * * *").gapDates(in: .utc, from: Self.now, years: 50).isEmpty)
  }

  @Test("a fire on such a day carries a remark, others do not")
  func remarks() {
    let berlin = Fixture.zone("Europe/Berlin")
    let cron = CronExpression.known("30 2 * * *")
    #expect(
      cron.remark(at: Iso.epoch("2027-03-28T01:00:00Z"), in: berlin)
        == "02:30 does not exist on this day; runs at the end of the gap")
    let first = Iso.epoch("2027-10-31T02:30:00+02:00")
    #expect(cron.remark(at: first, in: berlin) == "02:30 exists twice on this day; this is the first")
    #expect(cron.remark(at: first + 3600, in: berlin) == "02:30 exists twice on this day; this is the second")
    #expect(cron.remark(at: Iso.epoch("2027-03-29T00:30:00Z"), in: berlin) == nil)
    #expect(CronExpression.known("0 * * * *").remark(at: first + 1800, in: berlin) == nil)
    #expect(CronExpression.known("rate(1 hour)").remark(at: first, in: berlin) == nil)
  }
}
