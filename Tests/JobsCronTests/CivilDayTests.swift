import JobsCron
import Testing

@Suite struct CivilDayTests {
  @Test("days follow each other over 800 years")
  func walk() {
    var (year, month, day) = (1600, 1, 1)
    var weekday = 6
    var seconds = WallTime(year: year, month: month, day: day).seconds
    while year < 2400 {
      let wall = WallTime(seconds: seconds)
      if wall.year != year || wall.month != month || wall.dayOfMonth != day || wall.weekday != weekday {
        Issue.record("\(wall) is not \(year)-\(month)-\(day), weekday \(weekday)")
        return
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      weekday = (weekday + 1) % 7
      seconds += 86400
    }
    #expect(seconds == WallTime(year: 2400, month: 1, day: 1).seconds)
  }

  @Test(
    "days far away have their numbers",
    arguments: [(1970, 1, 1, 0), (0, 3, 1, -719_468), (-1, 2, 28, -719_835), (9999, 12, 31, 2_932_896)])
  func far(year: Int, month: Int, day: Int, number: Int64) {
    let wall = WallTime(year: year, month: month, day: day)
    #expect(wall.seconds == number * 86400)
    #expect((wall.year, wall.month, wall.dayOfMonth) == (year, month, day))
  }
}
