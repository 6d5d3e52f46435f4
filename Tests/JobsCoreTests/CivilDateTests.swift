import JobsCore
import Testing

@Suite("Days of the calendar")
struct CivilDateTests {
  @Test(
    "Known days have their number",
    arguments: [
      (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
      (2026, 11, 21, 20_778),
      (1900, 2, 28, -25_509), (1900, 3, 1, -25_508), (1, 1, 1, -719_162), (0, 3, 1, -719_468),
      (9999, 12, 31, 2_932_896),
      (-400, 3, 1, -865_565), (2024, 12, 31, 20_088),
    ] as [(Int64, Int, Int, Int64)])
  func known(_ year: Int64, _ month: Int, _ day: Int, _ number: Int64) {
    #expect(CivilDate(year: year, month: month, day: day).daysSinceEpoch == number)
    #expect(CivilDate(daysSinceEpoch: number) == CivilDate(year: year, month: month, day: day))
  }

  @Test("Day follows day for eight hundred years, by the lengths of the months")
  func sequence() {
    var date = CivilDate(year: 1600, month: 1, day: 1)
    var number = date.daysSinceEpoch
    while date.year < 2400 {
      #expect(CivilDate(daysSinceEpoch: number) == date)
      number += 1
      if date.day < CivilDate.days(in: date.month, of: date.year) {
        date.day += 1
      } else if date.month < 12 {
        (date.month, date.day) = (date.month + 1, 1)
      } else {
        date = CivilDate(year: date.year + 1, month: 1, day: 1)
      }
    }
  }

  @Test(
    "February knows its leap years",
    arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)] as [(Int64, Int)])
  func february(_ year: Int64, _ days: Int) {
    #expect(CivilDate.days(in: 2, of: year) == days)
  }

  @Test(
    "Division rounds down",
    arguments: [(7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-8, 2, -4, 0), (0, 5, 0, 0)]
      as [(Int64, Int64, Int64, Int64)])
  func floors(_ a: Int64, _ b: Int64, _ quotient: Int64, _ rest: Int64) {
    #expect(a.floorDivided(by: b) == quotient)
    #expect(a.floorModulo(b) == rest)
  }
}
