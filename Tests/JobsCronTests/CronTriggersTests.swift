import Testing

@testable import JobsCron

/// Schedules as starts of a task of Windows.
@Suite struct CronTriggersTests {
  private static func task(_ text: String, _ dialect: CronDialect = .unix) throws -> TaskStart {
    try CronExpression.parse(text, dialect: dialect, seed: 7).asTask
  }

  /// The wall times of a day at which triggers start, in seconds of that day.
  private static func starts(_ triggers: CronTriggers, _ number: Int) -> [Int] {
    guard matches(triggers.days, CivilDay(number: number), CivilDay.weekday(number: number)) else { return [] }
    return triggers.starts.flatMap { start in
      // As the service does it: again after each interval until the duration is over.
      guard start.count > 1 else { return [start.second] }
      return Array(stride(from: start.second, through: start.second + start.duration, by: start.interval))
    }.sorted()
  }

  private static func matches(_ days: CronTriggers.Days, _ day: CivilDay, _ weekday: Int) -> Bool {
    let last = CivilDay.days(inMonth: day.month, of: day.year)
    switch days {
    case .every: return true
    case .weekdays(let list): return list.contains(weekday)
    case .daysOfMonths(let list, let andLast, let months):
      return months.contains(day.month) && (list.contains(day.day) || andLast && day.day == last)
    case .weekdaysOfMonths(let list, let weeks, let months):
      guard months.contains(day.month), list.contains(weekday) else { return false }
      return weeks.contains { week in
        switch week {
        case .number(let number): (day.day - 1) / 7 + 1 == number
        case .last: day.day + 7 > last
        }
      }
    }
  }

  @Test(
    "triggers start when the schedule fires, on every day of three years",
    arguments: [
      "15 4 * * *", "*/5 * * * *", "* * * * *", "0,30 9-17 * * 1-5", "5 */2 * * *", "7,22 8,12,17 * * *",
      "0-29 9 * * *", "59 23 31 * *", "0 0 29 2 *", "0 6 1,15 * *", "0 6 * 1-3,12 *", "10 3 * 7 0", "@daily", "@yearly",
      "H H * * *", "*/7 * * * *", "1-59/2 0-22/2 * * *", "0 9 * * 0,6",
    ])
  func fires(text: String) throws { try Self.compare(text, .unix) }

  @Test(
    "so they do with seconds, the last day, and weeks of months",
    arguments: ["0 0 9 L * ?", "30 0/20 8 * * ?", "0 0 7 ? * 2#1", "0 0 7 ? 1,6 6L", "0,30 15 10 ? * MON-FRI"])
  func quartz(text: String) throws { try Self.compare(text, .quartz) }

  private static func compare(_ text: String, _ dialect: CronDialect) throws {
    let expression = try CronExpression.parse(text, dialect: dialect, seed: 7)
    let calendar = try #require(expression.calendar)
    guard case .triggers(let triggers) = expression.asTask else { throw CronTestError.impossible(text) }
    #expect(triggers.starts.count <= CronTriggers.most && triggers.starts.allSatisfy { $0.interval % 60 == 0 })
    let first = CivilDay.number(year: 2027, month: 1, day: 1)
    for number in first..<first + 3 * 365 + 1 {
      let midnight = Int64(number) * 86400
      var wanted: [Int] = []
      var wall = midnight
      while let next = calendar.next(onOrAfter: wall), next < midnight + 86400 {
        wanted.append(Int(next - midnight))
        wall = next + 1
      }
      let found = starts(triggers, number)
      #expect(found == wanted, "\(text) on day \(number)")
      if found != wanted { return }
    }
  }

  @Test(
    "times take as few triggers as they can",
    arguments: [
      ("*/5 * * * *", 1), ("0,30 9-17 * * *", 1), ("5 8,9,10 * * *", 1), ("0,10,20 8,14 * * *", 2),
      ("0,7 8,9,10,14 * * *", 4), ("0 8,9,14 * * *", 3),
    ])
  func few(text: String, count: Int) throws {
    guard case .triggers(let triggers) = try Self.task(text) else { throw CronTestError.impossible(text) }
    #expect(triggers.starts.count == count)
  }

  @Test(
    "what no task can say is refused with the reason",
    arguments: [
      ("0 0 13 * 5", CronDialect.unix, "day of month and day of week are both restricted"),
      ("0,1,3,7,12,20,30 0,1,3,7,12,20,21 * * *", .unix, "it takes 49 triggers, and a task has 48"),
      ("0 0 9 15W * ?", .quartz, "it has 'W'"), ("0 0 9 L-3 * ?", .quartz, "it has 'L-n'"),
      ("0 0 9 ? * 2#5", .quartz, "it has '#5'"),
      ("0 0 9 ? * 2,3#1", .quartz, "it has several kinds of days of the week"),
      ("0 0 9 * * ? 2030", .quartz, "it is restricted to some years"),
      ("rate(5 minutes)", .eventbridge, "a rate counts from the instant it was made, not by the clock"),
    ])
  func refused(text: String, dialect: CronDialect, reason: String) throws {
    #expect(try Self.task(text, dialect) == .impossible(reason))
  }

  @Test func `a start of the host is one of the task`() throws { #expect(try Self.task("@reboot") == .boot) }
}

private enum CronTestError: Error {
  case impossible(String)
}
