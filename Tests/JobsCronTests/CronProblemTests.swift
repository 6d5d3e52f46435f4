import JobsCron
import Testing

@Suite struct CronProblemTests {
  @Test(
    "Cloud Scheduler takes plain five fields",
    arguments: ["30 2 * * *", "*/15 8-18 * * MON-FRI", "0 0 13 * 5", "0 0 * * 7", "0 0 1 */5 *"])
  func accepted(text: String) {
    #expect(CronExpression.known(text).cloudSchedulerProblems.isEmpty)
  }

  @Test(
    "Cloud Scheduler's refusals come with what to write",
    arguments: [
      ("@daily", CronDialect.unix, "documents no '@daily'", "write '0 0 * * *'"),
      ("@reboot", .unix, "no '@reboot'", "write five fields"), ("H(5-5) 2 * * *", .unix, "'H'", "write '5 2 * * *'"),
      ("0 30 2 * * 1", .seconds, "not 'seconds'", "write '30 2 * * 1'"),
      ("15 30 2 * * 1", .seconds, "cannot say it", nil),
      ("0 0 12 L * ?", .quartz, "it has 'L'", nil),
      ("cron(0 12 * * ? *)", .eventbridge, "not 'eventbridge'", "write '0 12 * * *'"),
      ("0 0 1 4 */6", .unix, "with OR", "restrict one of the two days only"),
    ] as [(String, CronDialect, String, String?)])
  func refused(text: String, dialect: CronDialect, words: String, hint: String?) {
    let problems = CronExpression.known(text, dialect).cloudSchedulerProblems
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains(words) == true, "\(problems)")
    #expect(problems.first?.hint == hint)
  }

  @Test("EventBridge's limits on the expression and the zone")
  func eventBridge() {
    let plain = CronExpression.known("cron(0 12 * * ? *)")
    #expect(plain.eventBridgeProblems(timezone: nil).isEmpty)
    #expect(plain.eventBridgeProblems(timezone: String(repeating: "a", count: 50)).isEmpty)
    #expect(plain.eventBridgeProblems(timezone: String(repeating: "a", count: 51)).count == 1)
    #expect(plain.eventBridgeProblems(timezone: "").first?.message.contains("0 characters") == true)
    let minutes = (0..<60).map(String.init).joined(separator: ",")
    let long = CronExpression.known("cron(\(minutes),\(minutes) 12 * * ? *)")
    #expect(long.eventBridgeProblems(timezone: "UTC").first?.message.contains("limit of 256") == true)
    let unix = CronExpression.known("0 12 * * *").eventBridgeProblems(timezone: nil)
    #expect(unix.map(\.hint) == ["write 'cron(0 12 * * ? *)'"])
    let lost = CronExpression.known("0 12 13 * 5").eventBridgeProblems(timezone: nil)
    #expect(lost.first?.hint == nil && lost.first?.message.contains("cannot say this one") == true)
  }
}
