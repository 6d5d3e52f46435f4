import JobsCron
import Testing

@testable import JobsSchedule

@Suite("Minute of a schedule")
struct ScheduleMinuteTests {
  @Test(
    "a plain minute is found and replaced, wherever its dialect has it",
    arguments: [
      ("0 2 * * *", nil, "37 2 * * *"), ("05  2 * * 1-5", nil, "37  2 * * 1-5"), ("@daily", nil, "37 0 * * *"),
      ("@hourly", nil, "37 * * * *"), ("30 0 2 * * *", .seconds, "30 37 2 * * *"),
      ("0 0 2 * * ?", .quartz, "0 37 2 * * ?"), ("cron(15 10 * * ? *)", nil, "cron(37 10 * * ? *)"),
    ] as [(String, CronDialect?, String)])
  func plain(text: String, dialect: CronDialect?, expected: String) throws {
    let expression = try CronExpression.parse(text, dialect: dialect, seed: 1)
    #expect(ScheduleMinute(expression)?.text(at: 37) == expected)
  }

  @Test(
    "a minute that is no single number is left alone",
    arguments: ["*/5 * * * *", "0,30 * * * *", "1-2 * * * *", "H 2 * * *", "@reboot", "rate(5 minutes)", "* * * * *"])
  func others(text: String) throws {
    #expect(ScheduleMinute(try CronExpression.parse(text, dialect: nil, seed: 1)) == nil)
  }
}
