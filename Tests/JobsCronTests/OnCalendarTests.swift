import JobsCron
import TestSupport
import Testing

@Suite struct OnCalendarTests {
  /// 2026-11-21T00:00:00Z
  private static let now: Int64 = 1_795_219_200

  private static func events(
    _ text: String, _ dialect: CronDialect? = nil, _ zone: String = "UTC", _ policy: DSTPolicy = DSTPolicy()
  ) throws -> OnCalendar {
    OnCalendar(
      try CronExpression.parse(text, dialect: dialect, seed: 7), in: try ZoneDatabase.system.zone(named: zone),
      policy: policy, now: now)
  }

  @Test(
    arguments: [
      ("30 2 * * *", nil, "UTC", ["*-*-* 02:30:00 UTC"]),
      ("*/15 8-18 * * 1-5", nil, "Europe/Berlin", ["Mon,Tue,Wed,Thu,Fri *-*-* 08..18:00,15,30,45:00 Europe/Berlin"]),
      ("0 0 1,15 * 1", nil, "UTC", ["*-*-01,15 00:00:00 UTC", "Mon *-*-* 00:00:00 UTC"]),
      ("0 0 */2 * 1", nil, "UTC", ["Mon *-*-01,03,05,07,09,11,13,15,17,19,21,23,25,27,29,31 00:00:00 UTC"]),
      ("@monthly", nil, "UTC", ["*-*-01 00:00:00 UTC"]),
      // Each hour is the same by the clock of UTC, on which none is missing.
      ("*/5 * * * *", nil, "Europe/Berlin", ["*-*-* *:00,05,10,15,20,25,30,35,40,45,50,55:00 UTC"]),
      ("7 * * * *", nil, "America/New_York", ["*-*-* *:07:00 UTC"]),
      ("15,45 30 12 * * ?", CronDialect.quartz, "UTC", ["*-*-* 12:30:15,45 UTC"]),
      ("0 0 12 L * ?", CronDialect.quartz, "UTC", ["*-*~01 12:00:00 UTC"]),
      ("0 0 12 ? * 6#2", CronDialect.quartz, "UTC", ["Fri *-*-08..14 12:00:00 UTC"]),
      ("0 0 12 ? * 6L", CronDialect.quartz, "UTC", ["Fri *-*~01..07 12:00:00 UTC"]),
    ] as [(String, CronDialect?, String, [String])])
  func `a schedule is calendar events`(_ text: String, _ dialect: CronDialect?, _ zone: String, _ wanted: [String])
    throws
  {
    #expect(try Self.events(text, dialect, zone) == .events(wanted))
  }

  @Test(
    arguments: [
      ("@reboot", nil, "UTC", DSTPolicy(), "starts"), ("rate(5 minutes)", .eventbridge, "UTC", DSTPolicy(), "rate"),
      ("0 0 12 15W * ?", .quartz, "UTC", DSTPolicy(), "'W'"),
      ("30 2 * * *", nil, "Europe/Berlin", DSTPolicy(), "from 02:00 on"),
      ("30 2 * * *", nil, "Europe/Berlin", DSTPolicy(gap: .skip, repeat: .both), "first of two"),
      ("*/10 2 * * *", nil, "Europe/Berlin", DSTPolicy(gap: .skip), "real time"),
      ("*/10 * * * *", nil, "Australia/Lord_Howe", DSTPolicy(), "real time"),
    ] as [(String, CronDialect?, String, DSTPolicy, String)])
  func `what no timer keeps is said`(
    _ text: String, _ dialect: CronDialect?, _ zone: String, _ policy: DSTPolicy, _ words: String
  ) throws {
    guard case .impossible(let reason) = try Self.events(text, dialect, zone, policy) else {
      Issue.record("'\(text)' should not be possible")
      return
    }
    #expect(reason.contains(words), "\(reason)")
  }

  @Test func `a day on which no clock changes may have any time`() throws {
    // Clocks change on the last Sundays of March and October.
    #expect(try Self.events("30 2 1 * *", nil, "Europe/Berlin") == .events(["*-*-01 02:30:00 Europe/Berlin"]))
    let skipping = try Self.events("30 2 * * *", nil, "Europe/Berlin", DSTPolicy(gap: .skip))
    #expect(skipping == .events(["*-*-* 02:30:00 Europe/Berlin"]))
  }

  // MARK: Against systemd

  private static let table: [(text: String, dialect: CronDialect?, zone: String, policy: DSTPolicy)] = [
    ("30 2 * * *", nil, "UTC", DSTPolicy()), ("*/7 * * * *", nil, "Europe/Berlin", DSTPolicy()),
    ("30 2 * * *", nil, "Europe/Berlin", DSTPolicy(gap: .skip)), ("0 3 * * *", nil, "Europe/Berlin", DSTPolicy()),
    ("59 1 * * *", nil, "Europe/Berlin", DSTPolicy()), ("0 0 * * *", nil, "Europe/Berlin", DSTPolicy()),
    ("15 4 * * 0", nil, "America/New_York", DSTPolicy()), ("*/20 8-18 * * 1-5", nil, "Europe/Berlin", DSTPolicy()),
    ("0 * * * *", nil, "Asia/Tokyo", DSTPolicy()), ("11 5,17 * 3,10 *", nil, "Europe/Berlin", DSTPolicy()),
    ("0 9 1-7 * *", nil, "UTC", DSTPolicy()), ("0 9 13 * 5", nil, "UTC", DSTPolicy()),
    ("0 9 */5 * 5", nil, "UTC", DSTPolicy()), ("0 9 1,15 * 1,3", nil, "Europe/Berlin", DSTPolicy()),
    ("5 23 31 * *", nil, "Europe/Berlin", DSTPolicy()), ("0 12 29 2 *", nil, "UTC", DSTPolicy()),
    ("@weekly", nil, "America/New_York", DSTPolicy()), ("@yearly", nil, "UTC", DSTPolicy()),
    ("H H * * *", nil, "UTC", DSTPolicy()), ("0 30 6 L * ?", .quartz, "Europe/Berlin", DSTPolicy()),
    ("0 30 6 L-2 * ?", .quartz, "UTC", DSTPolicy()), ("0 30 6 ? * 2L", .quartz, "UTC", DSTPolicy()),
    ("0 30 6 ? * 2#1", .quartz, "Europe/Berlin", DSTPolicy()), ("0 30 6 ? * 3#5", .quartz, "UTC", DSTPolicy()),
    ("10,40 0 6 * * *", .seconds, "UTC", DSTPolicy()), ("cron(0 6 ? * MON-FRI *)", .eventbridge, "UTC", DSTPolicy()),
    // Each hour, and yet fixed times: what exists twice counts once.
    ("0-45/15 0-23 * * *", nil, "Europe/Berlin", DSTPolicy(gap: .skip)),
    ("30 1 * * *", nil, "Europe/London", DSTPolicy(gap: .skip)), ("45 23 * * *", nil, "Asia/Kolkata", DSTPolicy()),
  ]
  /// Days before clocks go forward and back in Europe and in America, and before a year ends.
  private static let starts = ["2026-12-30", "2027-03-12", "2027-03-26", "2027-10-29", "2027-11-05", "2028-02-27"]

  @Test(.enabled(if: SystemdAnalyze.isInstalled, "'systemd-analyze' is not installed"))
  func `systemd fires at the same instants`() throws {
    var asked: [(row: Int, events: [String], start: String)] = []
    for (row, entry) in Self.table.enumerated() {
      guard case .events(let events) = try Self.events(entry.text, entry.dialect, entry.zone, entry.policy) else {
        Issue.record("'\(entry.text)' in \(entry.zone) is not possible")
        continue
      }
      asked += Self.starts.map { (row, events, $0) }
    }
    let answers = try SystemdAnalyze.fires(asked.map { ($0.events, $0.start) }, count: 30)
    for (fires, (row, _, start)) in zip(answers, asked) {
      let entry = Self.table[row]
      var wanted: [Int64] = []
      let expression = try CronExpression.parse(entry.text, dialect: entry.dialect, seed: 7)
      let zone = try ZoneDatabase.system.zone(named: entry.zone)
      var at = Iso.epoch("\(start)T00:00:00Z")
      while wanted.count < fires.count, let next = expression.nextFire(after: at, in: zone, dst: entry.policy) {
        wanted.append(next)
        at = next
      }
      #expect(!fires.isEmpty && fires == wanted, "'\(entry.text)' in \(entry.zone) from \(start)")
    }
  }
}
