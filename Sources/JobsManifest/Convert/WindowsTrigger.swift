import JobsCore
import JobsCron

/// What starts a task of Windows by itself, as lines of XML.
enum WindowsTrigger {
  /// The element `Triggers`, with none of them for a job without a schedule.
  static func list(_ job: Job, _ losses: inout LossList) throws(ConversionRefusal) -> [String] {
    var lines: [String] = []
    var count = 0
    for schedule in job.schedules {
      let start: TaskStart
      switch ScheduleReading.expression(schedule, seed: job.hashSeed) {
      case .success(let expression): start = expression.asTask
      case .failure(let error): start = .impossible(error.message)
      }
      switch start {
      case .boot:
        count += 1
        lines += ["    <BootTrigger>", "      <Enabled>true</Enabled>", "    </BootTrigger>"]
      case .triggers(let triggers):
        count += triggers.starts.count
        let isUTC = schedule.timezone.map { ["UTC", "Etc/UTC"].contains($0) } ?? false
        if let zone = schedule.timezone, !isUTC {
          losses.add("timezone", "is the host's own: the task starts right where that is \(zone)")
        }
        for start in triggers.starts { lines += calendar(start, triggers.days, isUTC: isUTC) }
      case .impossible(let reason):
        throw ConversionRefusal(
          "the schedule '\(schedule.cron)' cannot be said by a task: \(reason)", hint: "write another schedule")
      }
    }
    guard count <= CronTriggers.most else {
      throw ConversionRefusal(
        "the schedules take \(count) triggers, and a task has \(CronTriggers.most)", hint: "make two jobs of it")
    }
    return lines.isEmpty ? ["  <Triggers />"] : ["  <Triggers>"] + lines + ["  </Triggers>"]
  }

  /// The elements in the order of triggerBaseType and calendarTriggerType.
  private static func calendar(_ start: CronTriggers.Start, _ days: CronTriggers.Days, isUTC: Bool) -> [String] {
    var lines = ["    <CalendarTrigger>"]
    // Any day that is over: it says the time of day, and that the trigger holds.
    lines.append("      <StartBoundary>2020-01-01T\(clock(start.second))\(isUTC ? "Z" : "")</StartBoundary>")
    if start.count > 1 {
      lines += [
        "      <Repetition>", "        <Interval>\(duration(start.interval))</Interval>",
        "        <Duration>\(duration(start.duration))</Duration>", "      </Repetition>",
      ]
    }
    return lines + schedule(days).map { "      " + $0 } + ["    </CalendarTrigger>"]
  }

  private static func schedule(_ days: CronTriggers.Days) -> [String] {
    switch days {
    case .every: ["<ScheduleByDay>", "  <DaysInterval>1</DaysInterval>", "</ScheduleByDay>"]
    case .weekdays(let days):
      ["<ScheduleByWeek>", "  <WeeksInterval>1</WeeksInterval>"] + list("DaysOfWeek", days.map { weekdays[$0] })
        + ["</ScheduleByWeek>"]
    case .weekdaysOfMonths(let days, let weeks, let months):
      ["<ScheduleByMonthDayOfWeek>", "  <Weeks>"] + weeks.map { "    <Week>\($0.text)</Week>" } + ["  </Weeks>"]
        + list("DaysOfWeek", days.map { weekdays[$0] }) + list("Months", months.map { Self.months[$0 - 1] })
        + ["</ScheduleByMonthDayOfWeek>"]
    case .daysOfMonths(let days, let andLast, let months):
      ["<ScheduleByMonth>", "  <DaysOfMonth>"]
        + (days.map(String.init) + (andLast ? ["Last"] : [])).map { "    <Day>\($0)</Day>" } + ["  </DaysOfMonth>"]
        + list("Months", months.map { Self.months[$0 - 1] }) + ["</ScheduleByMonth>"]
    }
  }

  private static func list(_ name: String, _ items: [String]) -> [String] {
    ["  <\(name)>"] + items.map { "    <\($0) />" } + ["  </\(name)>"]
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Hours, minutes and seconds, without those that are 0.
  private static func duration(_ seconds: Int) -> String {
    let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")].filter { $0.0 > 0 }
    return "PT" + parts.map { "\($0.0)\($0.1)" }.joined()
  }

  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension CronTriggers.Week {
  fileprivate var text: String {
    switch self {
    case .number(let number): String(number)
    case .last: "Last"
    }
  }
}
