import JobsCron
import Testing

@Suite struct CronDescriptionTests {
  @Test(
    "five fields in words",
    arguments: [
      ("* * * * *", "every minute"), ("*/15 * * * *", "every 15 minutes"), ("0 * * * *", "every hour"),
      ("17 * * * *", "every hour at minute 17"), ("*/45 * * * *", "at minutes 0 and 45 of every hour"),
      ("*/7 * * * *", "every 7 minutes from minute 0 to 56 of every hour"),
      ("5,25,45 */2 * * *", "at minutes 5, 25 and 45 of every 2nd hour"),
      ("5,6,7 3 * * *", "at 03:05, 03:06 and 03:07 every day"),
      ("30 2 * * 1-5", "at 02:30 on Monday to Friday"), ("30 2 * * *", "at 02:30 every day"),
      ("0,30 9,17 * * *", "at 09:00, 09:30, 17:00 and 17:30 every day"),
      ("*/15 8-18 * * 1-5", "every 15 minutes from 08:00 to 18:59 on Monday to Friday"),
      ("* 2 * * *", "every minute from 02:00 to 02:59"),
      ("0 9-17 * * 1-5", "every hour from 09:00 to 17:00 on Monday to Friday"),
      ("15 9-17 * * *", "every hour from 09:15 to 17:15"), ("0 */2 * * *", "every 2 hours"),
      ("15 */6 * * *", "at 00:15, 06:15, 12:15 and 18:15 every day"), ("15 */2 * * *", "every 2 hours at minute 15"),
      ("0 1-23/2 * * *", "every 2 hours from 01:00 to 23:00"),
      ("0 1-5,9,14-16 * * *", "at minute 0 of the hours 1 to 5, 9 and 14 to 16"),
      ("*/10 1-5,9 * * *", "every 10 minutes of the hours 1 to 5 and 9"),
      ("*/10 */2 * * *", "every 10 minutes of every 2nd hour"),
      ("*/7 5 * * *", "every 7 minutes from minute 0 to 56 of hour 5"),
      ("0 0 * * 0,6", "at 00:00 on Saturday and Sunday"), ("0 0 * * 5-7", "at 00:00 on Friday to Sunday"),
      ("0 0 * * 1,3,5", "at 00:00 on Monday, Wednesday and Friday"), ("0 0 1 * *", "at 00:00 on day 1 of the month"),
      ("0 0 1,15 * *", "at 00:00 on days 1 and 15 of the month"),
      ("0 0 1-7 * *", "at 00:00 on days 1 to 7 of the month"),
      ("0 0 */2 * *", "at 00:00 on every 2nd day from 1 to 31 of the month"),
      ("0 0 29 2 *", "at 00:00 on 29 February"), ("0 0 1,15 6 *", "at 00:00 on days 1 and 15 of June"),
      ("0 0 1 jan-mar *", "at 00:00 on day 1 of January to March"), ("0 0 * 1,7 *", "at 00:00 in January and July"),
      ("0 0 * 1 1", "at 00:00 on Monday in January"),
      ("0 0 13 * 5", "at 00:00 on day 13 of the month or on Friday, either is enough"),
      ("0 0 13 6 5", "at 00:00 on 13 June or on Friday in June, either is enough"),
      ("0 0 1 4 */6", "at 00:00 on 1 April if it is Saturday or Sunday"),
      ("0 0 */2 * 1", "at 00:00 on every 2nd day from 1 to 31 of the month if it is Monday"),
      ("0 0 1-31 * 1", "at 00:00 every day"), ("0 0 5 * 0-6", "at 00:00 every day"),
      ("0 0 30 2 *", "at 00:00 on 30 February"), ("@reboot", "when the host starts"),
      ("@weekly", "at 00:00 on Sunday"), ("@hourly", "every hour"),
    ])
  func unix(text: String, words: String) {
    #expect(CronExpression.known(text, .unix).description == words)
  }

  @Test(
    "the other dialects in words",
    arguments: [
      ("* * * * * *", CronDialect.seconds, "every second"), ("*/10 * * * * *", .seconds, "every 10 seconds"),
      ("5,6 * * * * *", .seconds, "at seconds 5 and 6 of every minute"),
      ("15 30 2 * * *", .seconds, "at 02:30:15 every day"),
      ("15 */5 * * * *", .seconds, "at second 15 of the minute, every 5 minutes"),
      ("*/10 0-29 2 * * *", .seconds, "every 10 seconds of the minute, at minutes 0 to 29 of hour 2"),
      ("* 30 2 * * 1", .seconds, "every second of the minute, at 02:30 on Monday"),
      ("0 0 12 L * ?", .quartz, "at 12:00 on the last day of the month"),
      ("0 0 12 L-3 * ?", .quartz, "at 12:00 on the day 3 days before the last of the month"),
      ("0 0 12 LW * ?", .quartz, "at 12:00 on the last weekday of the month"),
      ("0 0 12 L-2W * ?", .quartz, "at 12:00 on the weekday nearest to 2 days before the last day of the month"),
      ("0 0 12 15W * ?", .quartz, "at 12:00 on the weekday nearest to day 15 of the month"),
      ("0 0 12 1,L 6 ?", .quartz, "at 12:00 on day 1 and the last day of June"),
      ("0 0 12 ? * 6L", .quartz, "at 12:00 on the last Friday of the month"),
      ("0 0 12 ? * 6#2", .quartz, "at 12:00 on the 2nd Friday of the month"),
      (
        "0 0 12 ? 1 2#1,2#3", .quartz,
        "at 12:00 on the 1st Monday of the month and the 3rd Monday of the month in January"
      ),
      ("0 0 12 ? * 2-6 2027-2029", .quartz, "at 12:00 on Monday to Friday in 2027 to 2029"),
      ("0 0 12 1 1 ? 2027", .quartz, "at 12:00 on 1 January in 2027"),
      ("0 0 12 11,22 * ?", .quartz, "at 12:00 on days 11 and 22 of the month"),
      ("cron(0 12 * * ? *)", .eventbridge, "at 12:00 every day"),
      ("cron(0 12 ? * 1 *)", .eventbridge, "at 12:00 on Sunday"),
      ("rate(1 minute)", .eventbridge, "every minute"), ("rate(90 minutes)", .eventbridge, "every 90 minutes"),
      ("rate(120 minutes)", .eventbridge, "every 2 hours"), ("rate(1 hour)", .eventbridge, "every hour"),
      ("rate(7 days)", .eventbridge, "every 7 days"),
      ("at(2027-03-28T02:30:00)", .eventbridge, "once at 02:30 on 2027-03-28"),
    ])
  func others(text: String, dialect: CronDialect, words: String) {
    #expect(CronExpression.known(text, dialect).description == words)
  }
}
