import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import Testing

@Suite struct TimetableMonthTests {
  private static func timetable(_ schedules: [(cron: String, zone: String)]) -> Timetable {
    var job = Job(name: "a")
    job.schedules = schedules.map { Schedule(cron: $0.cron, timezone: $0.zone) }
    return Timetable(job, .system, zoneVariable: nil)
  }

  @Test(arguments: [
    ("0 * * * *", "Europe/Berlin", 2027, 2, 672), ("0 * * * *", "Europe/Berlin", 2027, 3, 743),
    ("0 * * * *", "Europe/Berlin", 2027, 10, 745), ("0 * * * *", "UTC", 2027, 3, 744),
    ("30 2 * * *", "Europe/Berlin", 2027, 3, 31), ("30 2 * * *", "Europe/Berlin", 2027, 10, 31),
    ("*/5 * * * *", "UTC", 2027, 4, 8640), ("0 0 1 * *", "Pacific/Auckland", 2027, 1, 1),
    ("0 0 31 * *", "America/New_York", 2027, 4, 0), ("0 0 29 2 *", "UTC", 2028, 2, 1),
    ("59 23 31 12 *", "Asia/Kolkata", 2027, 12, 1), ("0 * * * *", "America/New_York", 2027, 3, 743),
    // The island slept over 30 December, and its clock has 24 hours less.
    ("0 * * * *", "Pacific/Apia", 2011, 12, 720),
  ])
  func `a month is that of the schedule's own clock`(cron: String, zone: String, year: Int, month: Int, count: Int) {
    let table = Self.timetable([(cron, zone)])
    for isMerged in [false, true] { #expect(table.count(year: year, month: month, isMerged: isMerged) == count) }
  }

  @Test func `schedules that meet make one run on a host, and two in a cloud`() {
    let table = Self.timetable([("0 4 * * *", "UTC"), ("0 4 1 * *", "UTC")])
    #expect(table.count(year: 2027, month: 3, isMerged: true) == 31)
    #expect(table.count(year: 2027, month: 3, isMerged: false) == 32)
  }

  @Test func `each zone has a month of its own`() {
    let table = Self.timetable([("0 * * * *", "Europe/Berlin"), ("0 * * * *", "Asia/Tokyo")])
    #expect(table.count(year: 2027, month: 3, isMerged: true) == 743 + 744)
  }

  @Test func `days that are no month are counted between instants`() throws {
    let start = try #require(Instant(rfc3339: "2027-03-27T12:00:00Z")).seconds
    let table = Self.timetable([("0 * * * *", "Europe/Berlin")])
    #expect(table.count(in: start..<start + 2 * 86400, isMerged: false) == 48)
    #expect(table.count(in: start..<start, isMerged: true) == 0)
  }
}
