import JobsCron
import Testing

@Suite struct CronDayRuleTests {
  @Test("two restricted days are explained")
  func rules() throws {
    let either = try #require(CronExpression.known("0 0 13 * 5").ambiguousDays)
    #expect(either.joined == .either && either.otherReading == nil)
    #expect(either.message.contains("on day 13 of the month or on Friday, either is enough"))
    let trap = try #require(CronExpression.known("0 0 1 4 */6").ambiguousDays)
    #expect(trap.joined == .both)
    #expect(trap.reading == "on 1 April if it is Saturday or Sunday")
    #expect(trap.otherReading == "on 1 April or on Saturday and Sunday in April, either is enough")
    #expect(trap.message.contains("other engines fire on 1 April or"))
    let idle = try #require(CronExpression.known("0 0 1-31 * 1").ambiguousDays)
    #expect(idle.joined == .withoutEffect)
    #expect(idle.message.contains("no effect"))
  }

  @Test(
    "days without doubt are not",
    arguments: ["0 0 13 * *", "0 0 * * 5", "0 0 * * *", "0 0 */1 * 5", "rate(1 day)", "@reboot", "cron(0 0 13 * ? *)"])
  func plain(text: String) {
    #expect(CronExpression.known(text).ambiguousDays == nil)
  }
}
