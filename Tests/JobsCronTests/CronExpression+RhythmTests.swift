import JobsCore
import JobsCron
import TestSupport
import Testing

@Suite struct CronRhythmTests {
  @Test(
    "the shortest time between two fires, in seconds",
    arguments: [
      ("* * * * *", 60), ("*/15 * * * *", 900), ("*/45 * * * *", 900), ("*/7 * * * *", 240), ("0 * * * *", 3600),
      ("0,50 1,2 * * *", 600), ("0 9,17 * * *", 28800), ("30 2 * * *", 86400), ("30 2 * * 1", 7 * 86400),
      ("30 2 * * 1,5", 3 * 86400), ("0 0 1 * *", 28 * 86400), ("0 0 1,31 * *", 86400), ("0 0 1 1 *", 365 * 86400),
      ("0 0 29 2 *", 1461 * 86400), ("0 0 13 * 5", 86400), ("59 23,0 * * *", 3600), ("0 0,23 * * *", 3600),
      ("0 0,12 1 * *", 43200), ("0 0 31 12 */8", (5 * 365 + 2) * 86400),
    ])
  func minimumInterval(text: String, seconds: Int) {
    #expect(CronExpression.known(text, .unix).minimumInterval == seconds)
  }

  @Test("the shortest interval is what a year of fires shows")
  func agreesWithFires() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let text = CronFiresPropertyTests.expression(&random)
      let cron = CronExpression.known(text)
      let fires = cron.next(400, after: 0, .utc)
      guard let shortest = zip(fires, fires.dropFirst()).map({ $1 - $0 }).min() else { continue }
      let stated = cron.minimumInterval
      #expect((stated.map { Int64($0) } ?? .max) <= shortest, "seed \(seed): '\(text)'")
      if cron.firesPerDay < 200, fires.count == 400, (fires[399] - fires[0]) / 86400 > 800 {
        #expect(stated.map { Int64($0) } == shortest, "seed \(seed): '\(text)'")
      }
    }
  }

  @Test("other plans have their intervals and counts")
  func others() {
    #expect(CronExpression.known("rate(5 minutes)").minimumInterval == 300)
    #expect(CronExpression.known("rate(5 minutes)").firesPerDay == 288)
    #expect(CronExpression.known("rate(7 days)").firesPerDay == 1)
    #expect(CronExpression.known("@reboot").minimumInterval == nil)
    #expect(CronExpression.known("@reboot").firesPerDay == 0)
    #expect(CronExpression.known("0 0 30 2 *").minimumInterval == nil)
    #expect(CronExpression.known("at(2027-01-01T00:00:00)").minimumInterval == nil)
    #expect(CronExpression.known("*/10 * * * * *", .seconds).minimumInterval == 10)
    #expect(CronExpression.known("*/10 * * * * *", .seconds).firesPerDay == 8640)
    #expect(CronExpression.known("0 0 12 1 1 ? 2027,2030", .quartz).minimumInterval == (3 * 365 + 1) * 86400)
    #expect(CronExpression.known("*/15 8-18 * * 1-5").firesPerDay == 44)
  }

  @Test(
    "fixed times are those without a star in front of minute and hour",
    arguments: [
      ("30 2 * * *", true), ("*/30 2 * * *", false), ("30 */2 * * *", false), ("0-59 0-23 * * *", true),
      ("*,5 2 * * *", false), ("5,* 2 * * *", true), ("@daily", true), ("@hourly", false), ("H 2 * * *", true),
    ])
  func fixed(text: String, isFixed: Bool) {
    #expect(CronExpression.known(text).isFixedTime == isFixed)
  }
}
