import JobsCore
import JobsCron
import TestSupport
import Testing

@Suite struct CronConversionTests {
  @Test(
    "five fields say the same",
    arguments: [
      ("*/15 8-18 * * MON-FRI", CronDialect.unix, "*/15 8-18 * * 1-5"), ("@daily", .unix, "0 0 * * *"),
      ("0 0 * * 7", .unix, "0 0 * * 0"), ("0-59 2 * * *", .unix, "0-59 2 * * *"),
      ("5/20 2 1 * *", .unix, "5-45/20 2 1 * *"),
      ("*/20,5 */5 * * *", .unix, "*/20,5 */5 * * *"), ("*,5 2 * * *", .unix, "* 2 * * *"),
      ("0 0 13 * 5", .unix, "0 0 13 * 5"), ("0 0 1 4 */6", .unix, "0 0 1 4 */6"), ("0 0 */2 * 1", .unix, "0 0 */2 * 1"),
      ("0 0 1-31 * 1", .unix, "0 0 * * *"), ("0 0 5 * 0-6", .unix, "0 0 * * *"), ("@reboot", .unix, "@reboot"),
      ("0 30 2 * * 1", .seconds, "30 2 * * 1"), ("0 0/15 12 ? * 2-6", .quartz, "0-45/15 12 * * 1-5"),
      ("0 0 12 1,15 JAN-MAR ?", .quartz, "0 12 1,15 1-3 *"), ("cron(0 12 * * ? *)", .eventbridge, "0 12 * * *"),
    ])
  func unix(text: String, dialect: CronDialect, expected: String) throws {
    let cron = CronExpression.known(text, dialect)
    let converted = cron.asUnix.text
    #expect(converted == expected)
    let back = try CronExpression.parse(try #require(converted), dialect: .unix, seed: nil)
    #expect(back.isFixedTime == cron.isFixedTime)
    #expect(back.next(50, after: 0, .utc) == cron.next(50, after: 0, .utc))
    #expect(cron.asUnix.reason == nil)
  }

  @Test(
    "EventBridge says the same",
    arguments: [
      ("*/15 8-18 * * MON-FRI", CronDialect.unix, "cron(*/15 8-18 ? * 2-6 *)"), ("@daily", .unix, "cron(0 0 * * ? *)"),
      ("0 0 1,15 * *", .unix, "cron(0 0 1,15 * ? *)"), ("0 0 */2 * *", .unix, "cron(0 0 1/2 * ? *)"),
      ("0 0 1-31 * 1", .unix, "cron(0 0 * * ? *)"), ("0 30 2 * * 0", .seconds, "cron(30 2 ? * 1 *)"),
      ("0 0 12 L * ? 2027-2030", .quartz, "cron(0 12 L * ? 2027-2030)"),
      ("0 0 12 1,15W 6 ?", .quartz, "cron(0 12 1,15W 6 ? *)"),
      ("0 0 12 ? * 6#2", .quartz, "cron(0 12 ? * 6#2 *)"), ("0 0 12 ? * FRIL", .quartz, "cron(0 12 ? * 6L *)"),
      ("rate(5 minutes)", .eventbridge, "rate(5 minutes)"),
    ])
  func eventBridge(text: String, dialect: CronDialect, expected: String) throws {
    let cron = CronExpression.known(text, dialect)
    #expect(cron.asEventBridge == .text(expected))
    let back = try CronExpression.parse(expected, dialect: .eventbridge, seed: nil)
    #expect(back.next(50, after: 0, .utc) == cron.next(50, after: 0, .utc))
    #expect(back.isFixedTime == cron.isFixedTime)
  }

  @Test(
    "what would be lost is refused with the reason",
    arguments: [
      ("15 30 2 * * *", CronDialect.seconds, "seconds", "seconds"), ("0 0 12 L * ?", .quartz, "'L'", nil),
      ("0 0 12 15W * ?", .quartz, "'W'", nil), ("0 0 12 ? * 6#2", .quartz, "'#'", nil),
      ("0 0 12 ? * 6L", .quartz, "'L'", nil),
      ("0 0 12 1 1 ? 2027", .quartz, "some years", nil), ("0 0 12 LW * ?", .quartz, "'W'", "'LW'"),
      ("0 0 12 L-3 * ?", .quartz, "'L'", "'L-n'"), ("rate(1 day)", .eventbridge, "rate", nil),
      ("at(2027-01-01T00:00:00)", .eventbridge, "once", nil), ("@reboot", .seconds, "host starts", "host starts"),
      ("0 0 13 * 5", .unix, nil, "'?'"), ("0 0 1 4 */6", .unix, nil, "'?'"),
    ] as [(String, CronDialect, String?, String?)])
  func impossible(text: String, dialect: CronDialect, unix: String?, eventBridge: String?) {
    let cron = CronExpression.known(text, dialect)
    if let unix { #expect(cron.asUnix.reason?.contains(unix) == true && cron.asUnix.text == nil) }
    if let eventBridge { #expect(cron.asEventBridge.reason?.contains(eventBridge) == true) }
    #expect((cron.asUnix.reason == nil) == (unix == nil))
    #expect((cron.asEventBridge.reason == nil) == (eventBridge == nil))
  }

  @Test("random schedules keep their fires in five fields and in EventBridge's")
  func random() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let text = CronFiresPropertyTests.expression(&random)
      let cron = CronExpression.known(text)
      let fires = cron.next(30, after: 1_700_000_000, .utc)
      for converted in [cron.asUnix, cron.asEventBridge] {
        guard let written = converted.text else { continue }
        let back = try CronExpression.parse(written, dialect: nil, seed: nil)
        #expect(back.next(30, after: 1_700_000_000, .utc) == fires, "seed \(seed): '\(text)' as '\(written)'")
        #expect(back.isFixedTime == cron.isFixedTime, "seed \(seed): '\(text)' as '\(written)'")
      }
    }
  }

  @Test("'H' is written as what it was resolved to")
  func hash() throws {
    let cron = CronExpression.known("H H(1-5) * * *", seed: "acme/prod/a".utf8.fnv1a64)
    let text = try #require(cron.asUnix.text)
    #expect(!text.contains("H"))
    #expect(CronExpression.known(text, seed: nil).next(3, after: 0, .utc) == cron.next(3, after: 0, .utc))
  }
}
