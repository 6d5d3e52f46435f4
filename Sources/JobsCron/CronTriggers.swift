/// A schedule as starts of the Task Scheduler of Windows: days by one rule, and on each of them times, or a first time that is
/// repeated.
///
/// Source: Task Scheduler schema 1.2 (learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema, read 2026-11-22).
package struct CronTriggers: Hashable, Sendable {
  package enum Days: Hashable, Sendable {
    case every
    /// 0 is Sunday.
    case weekdays([Int])
    /// In some months only, or some weeks of each. Weeks are 1 up to 4, or the last; with all of them it is every week.
    case weekdaysOfMonths([Int], weeks: [Week], months: [Int])
    case daysOfMonths([Int], andLast: Bool, months: [Int])
  }

  package enum Week: Hashable, Sendable {
    case number(Int)
    case last
  }

  /// A time of day, and how often it comes again.
  package struct Start: Hashable, Sendable {
    /// Seconds of the day.
    package var second: Int
    /// Between one start and the next, in seconds: a whole number of minutes.
    package var interval: Int
    /// How many starts there are, 1 or more.
    package var count: Int

    /// For how long the starts go on, in seconds: to the middle between the last one and where another would come, so that
    /// it does not matter whether an end still belongs to it.
    package var duration: Int { (count - 1) * interval + interval / 2 }
  }

  package var days: Days
  package var starts: [Start]

  /// Triggers that one task can have (triggersType of the schema).
  package static let most = 48
}

/// When a task starts by itself, or why no task can say it, as the end of a sentence: `it has 'W'`.
package enum TaskStart: Hashable, Sendable {
  case triggers(CronTriggers)
  /// When its host starts.
  case boot
  case impossible(String)
}

extension CronExpression {
  package var asTask: TaskStart {
    switch plan {
    case .reboot: return .boot
    case .interval: return .impossible("a rate counts from the instant it was made, not by the clock")
    case .calendar(let calendar):
      if form == .at { return .impossible("it fires once, in one year") }
      if !calendar.days.years.isEvery { return .impossible("it is restricted to some years") }
      switch calendar.days.taskDays {
      case .failure(let obstacle): return .impossible(obstacle.reason)
      case .success(let days):
        let starts = calendar.times.taskStarts
        guard starts.count <= CronTriggers.most else {
          return .impossible("it takes \(starts.count) triggers, and a task has \(CronTriggers.most)")
        }
        return .triggers(CronTriggers(days: days, starts: starts))
      }
    }
  }
}

/// Why days are no rule of a task, as the end of a sentence.
private struct TaskObstacle: Error {
  var reason: String
}

extension CronDays {
  fileprivate var taskDays: Result<CronTriggers.Days, TaskObstacle> {
    let inMonths = numbers(UInt64(months))
    let isInEveryMonth = months == CronDays.everyMonth
    switch (restrictsDayOfMonth, restrictsWeekday) {
    case (true, true):
      return .failure(TaskObstacle(reason: "day of month and day of week are both restricted"))
    case (false, false):
      return .success(isInEveryMonth ? .every : .daysOfMonths(Array(1...31), andLast: false, months: inMonths))
    case (true, false):
      if nearWeekday | fromEndNearWeekday != 0 { return .failure(TaskObstacle(reason: "it has 'W'")) }
      if fromEnd > 1 { return .failure(TaskObstacle(reason: "it has 'L-n'")) }
      return .success(.daysOfMonths(numbers(UInt64(daysOfMonth)), andLast: fromEnd == 1, months: inMonths))
    case (false, true):
      return taskWeekdays(inMonths, isInEveryMonth: isInEveryMonth)
    }
  }

  private func taskWeekdays(_ months: [Int], isInEveryMonth: Bool) -> Result<CronTriggers.Days, TaskObstacle> {
    let plain = numbers(UInt64(weekdays))
    // Each rule has its own weeks, and a task that had two of them would start twice where both hold.
    let everyWeek: [CronTriggers.Week] = [.number(1), .number(2), .number(3), .number(4), .last]
    var groups: [(days: [Int], weeks: [CronTriggers.Week])] = [
      (plain, everyWeek), (numbers(UInt64(lastWeekday)), [.last]),
    ]
    for at in 0..<5 {
      let days = UInt8(truncatingIfNeeded: nthWeekday >> UInt64(at * 8))
      groups.append((numbers(UInt64(days)), [.number(at + 1)]))
    }
    let used = groups.filter { !$0.days.isEmpty }
    guard used.count == 1, let only = used.first else {
      return .failure(TaskObstacle(reason: "it has several kinds of days of the week"))
    }
    if only.weeks == [.number(5)] { return .failure(TaskObstacle(reason: "it has '#5'")) }
    return .success(
      isInEveryMonth && !plain.isEmpty
        ? .weekdays(plain) : .weekdaysOfMonths(only.days, weeks: only.weeks, months: months))
  }
}

extension CronTimes {
  /// As few starts as one of these ways needs: all times as one row, a row in each hour, a row of each minute, each by
  /// itself.
  fileprivate var taskStarts: [CronTriggers.Start] {
    let seconds = numbers(seconds)
    let minutes = numbers(minutes)
    let hours = numbers(hours)
    let all = hours.flatMap { hour in minutes.map { hour * 60 + $0 } }
    let ways = [
      [all], hours.map { hour in minutes.map { hour * 60 + $0 } },
      minutes.map { minute in hours.map { $0 * 60 + minute } },
      all.map { [$0] },
    ]
    let best = ways.filter { $0.allSatisfy(Self.isRow) }.min { $0.count < $1.count } ?? []
    return best.flatMap { row in
      seconds.map { second in
        CronTriggers.Start(
          second: row[0] * 60 + second, interval: row.count > 1 ? (row[1] - row[0]) * 60 : 0, count: row.count)
      }
    }.sorted { $0.second < $1.second }
  }

  /// Whether all numbers are as far from one another.
  private static func isRow(_ minutes: [Int]) -> Bool {
    minutes.count < 3 || zip(minutes.dropFirst(), minutes).allSatisfy { $0 - $1 == minutes[1] - minutes[0] }
  }
}
