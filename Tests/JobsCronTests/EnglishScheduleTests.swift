import JobsCron
import Testing

@Suite struct EnglishScheduleTests {
  @Test(
    "Google's texts are recognised",
    arguments: [
      "every 24 hours", "every 5 minutes", "every mon 09:00", "Every Monday 9:00", "every day 00:00",
      "every 5 minutes from 10:00 to 14:00", "2nd,third mon,wed,thu of march 17:00", "1st monday of sep,oct,nov 17:00",
      "1 of jan,april,july,oct 00:00", "every 12 hours synchronized", "first sunday of quarter 00:00",
      "1,15 of month 04:00",
    ])
  func recognised(text: String) {
    #expect(EnglishSchedule.isRecognised(text))
  }

  @Test(
    "cron and other text are not",
    arguments: [
      "", "every", "0 0 * * *", "@daily", "every time I sneeze", "1 2 3 4 5", "every */5 minutes", "1st", "of of",
      "hourly", "every 5 minutes; rm", String(repeating: "every ", count: 500),
    ])
  func others(text: String) {
    #expect(!EnglishSchedule.isRecognised(text))
  }
}
