import JobsCron
import Testing

@Suite struct CronExpressionTests {
  @Test("equal texts make equal values, blanks around them aside")
  func equality() {
    let one = CronExpression.known("cron(0 12 1 1 ? 2027,2150)")
    let same = CronExpression.known("  cron(0 12 1 1 ? 2027,2150) ")
    let other = CronExpression.known("cron(0 12 1 1 ? 2027,2151)")
    #expect(one == same && one != other)
    #expect(Set([one, same, other]).count == 2)
    #expect(same.text == "cron(0 12 1 1 ? 2027,2150)")
  }

  @Test(
    "the form says what kind of text it was",
    arguments: [
      ("0 0 * * *", CronExpression.Form.fields), ("@Daily", .macro("daily")), ("@reboot", .reboot),
      ("rate(1 day)", .rate), ("at(2027-01-01T00:00:00)", .at), ("cron(0 0 * * ? *)", .fields),
    ])
  func forms(text: String, form: CronExpression.Form) {
    #expect(CronExpression.known(text).form == form)
  }
}
