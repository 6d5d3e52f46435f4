import JobsCron
import TestSupport
import Testing

/// Calendar events of systemd as schedules: `OnCalendar` the other way.
@Suite struct CalendarEventTests {
  /// 2026-11-21T00:00:00Z
  private static let now: Int64 = 1_795_219_200

  private static func schedule(_ event: String, _ host: String) throws -> CalendarSchedule {
    try CalendarEvent(event).schedule(
      on: try ZoneDatabase.system.zone(named: host), zones: { try? ZoneDatabase.system.zone(named: $0) }, now: now)
  }

  private static let skip = DSTPolicy(gap: .skip)

  private static let table: [(event: String, host: String, cron: String, dialect: CronDialect, dst: DSTPolicy)] = [
    ("daily", "UTC", "0 0 * * *", .unix, DSTPolicy()), ("Hourly", "UTC", "0 * * * *", .unix, DSTPolicy()),
    ("weekly", "UTC", "0 0 * * 1", .unix, DSTPolicy()), ("monthly", "UTC", "0 0 1 * *", .unix, DSTPolicy()),
    ("quarterly", "UTC", "0 0 1 */3 *", .unix, DSTPolicy()), ("yearly", "UTC", "0 0 1 1 *", .unix, DSTPolicy()),
    ("minutely", "Europe/Berlin", "0-59 0-23 * * *", .unix, skip),
    ("*:0/15", "UTC", "*/15 * * * *", .unix, DSTPolicy()),
    ("*:0/15", "Europe/Berlin", "0-45/15 0-23 * * *", .unix, skip),
    ("hourly UTC", "Europe/Berlin", "0 * * * *", .unix, DSTPolicy()),
    ("9:30", "UTC", "30 9 * * *", .unix, DSTPolicy()), ("02:30", "Europe/Berlin", "30 2 * * *", .unix, skip),
    ("03:30", "Europe/Berlin", "30 3 * * *", .unix, DSTPolicy()), ("0/4:00", "UTC", "0 */4 * * *", .unix, DSTPolicy()),
    ("8..17:00/30", "UTC", "0,30 8-17 * * *", .unix, DSTPolicy()),
    ("Mon..Fri 9:00", "UTC", "0 9 * * 1-5", .unix, DSTPolicy()),
    ("sat,SUN 22:15", "America/New_York", "15 22 * * 0,6", .unix, DSTPolicy()),
    ("Monday-Wednesday,Fri, 1:00", "UTC", "0 1 * * 1-3,5", .unix, DSTPolicy()),
    ("*-*-1,15 12:00", "Asia/Kolkata", "0 12 1,15 * *", .unix, DSTPolicy()),
    ("*-*-1/2", "UTC", "0 0 1-31/2 * *", .unix, DSTPolicy()),
    ("*-1..3-10/10", "UTC", "0 0 10-30/10 1-3 *", .unix, DSTPolicy()),
    ("2-29 4:00", "UTC", "0 4 29 2 *", .unix, DSTPolicy()),
    ("*-*-15 02:30 America/New_York", "UTC", "30 2 15 * *", .unix, DSTPolicy()),
    ("6:00:10,40", "UTC", "10,40 0 6 * * *", .seconds, DSTPolicy()),
    ("*:*:0/10", "UTC", "0-50/10 * * * * *", .seconds, DSTPolicy()),
    ("Sun *-*-1..7 04:00", "Europe/Berlin", "0 0 4 ? * 1#1", .quartz, DSTPolicy()),
    ("Mon,Fri *-*-29..31 5:00", "UTC", "0 0 5 ? * 2#5,6#5", .quartz, DSTPolicy()),
    ("Mon *-*~07/1 6:00", "UTC", "0 0 6 ? * 2L", .quartz, DSTPolicy()),
    ("*-*~1 6:00", "Europe/Berlin", "0 0 6 L * ?", .quartz, DSTPolicy()),
    ("*-*~7/2 6:00", "UTC", "0 0 6 L,L-2,L-4,L-6 * ?", .quartz, DSTPolicy()),
    ("*-*~1..5/2 6:00", "UTC", "0 0 6 L,L-2,L-4 * ?", .quartz, DSTPolicy()),
    ("12~1 6:00", "UTC", "0 0 6 L 12 ?", .quartz, DSTPolicy()),
    ("Tue 2027..2029-*-* 5:00", "UTC", "0 0 5 ? * 3 2027-2029", .quartz, DSTPolicy()),
    ("2028-6-1 10:00", "UTC", "0 0 10 1 6 ? 2028", .quartz, DSTPolicy()),
  ]

  @Test(arguments: table)
  func `an event is a schedule`(
    _ row: (event: String, host: String, cron: String, dialect: CronDialect, dst: DSTPolicy)
  ) throws {
    let zone = row.event.contains("UTC") ? "UTC" : row.event.contains("America") ? "America/New_York" : row.host
    #expect(
      try Self.schedule(row.event, row.host) == .cron(row.cron, dialect: row.dialect, zone: zone, dst: row.dst))
  }

  @Test(arguments: [
    ("Fri *-*-13", "its date and its weekday"), ("Mon *-*-1..8 5:00", "its date and its weekday"),
    ("daily Europe/Nowhere", "not known"), ("*-1/1-1 Mars/Phobos", "not known"),
  ])
  func `what no schedule says is not guessed`(_ event: String, _ words: String) throws {
    guard case .impossible(let reason) = try Self.schedule(event, "UTC") else {
      Issue.record("'\(event)' should have no schedule")
      return
    }
    #expect(reason.contains(words), "\(reason)")
  }

  /// All of them are none to systemd either, but for the last six: those are not read.
  private static let faults = [
    "", " ", "*", "12", "2026-*", "*/2-*-*", "*-*-*/2", "Fri..Mon", "Mon, Tue", "Blursday", "10:60", "24:00", "*-13-1",
    "*-*-32", "*-*~32", "*-*-0", "*-*-31..1", "*:*/5", "1:2:3:4", "*-*-*-*", "*~*~1", "*-*~1-1", "*-*-1~1", "1:-1",
    "daily daily", "9:00 Mon", "*-*-1/0", "*-*-+1", "\u{0}", "daily CET", "@1700000000", "26-1-1", "00:00:00.5",
    "2003-03-05T05:40", "12:00 GMT",
  ]

  @Test(arguments: faults)
  func `what is no event is refused`(_ text: String) {
    #expect(throws: CronError.self) { try CalendarEvent(text) }
  }

  @Test func `a text without end is refused`() {
    #expect(throws: CronError.self) { try CalendarEvent(String(repeating: "1,", count: 2000) + "1:00") }
  }

  // MARK: Against systemd

  /// 2200-01-01T00:00:00Z, behind which systemd knows no fires.
  private static let end: Int64 = 7_258_118_400

  private static let starts = [
    "2026-12-30", "2027-03-12", "2027-03-26", "2027-10-29", "2027-11-05", "2028-02-27", "2028-03-25", "2029-10-27",
  ]

  @Test(.enabled(if: SystemdAnalyze.isInstalled, "'systemd-analyze' is not installed"))
  func `the schedule fires when systemd does`() throws {
    let asked = Self.table.flatMap { row in Self.starts.map { (row, $0) } }
    let answers = try SystemdAnalyze.fires(
      asked.map { row, start in
        (
          [
            row.event.contains("/Be") || row.event.hasSuffix("UTC") || row.event.contains("America")
              ? row.event : "\(row.event) \(row.host)"
          ], start
        )
      }, count: 60)
    for (fires, (row, start)) in zip(answers, asked) {
      guard case .cron(let text, let dialect, let name, let policy) = try Self.schedule(row.event, row.host) else {
        Issue.record("'\(row.event)' has no schedule")
        continue
      }
      let expression = try CronExpression.parse(text, dialect: dialect, seed: nil)
      let zone = try ZoneDatabase.system.zone(named: name)
      var wanted: [Int64] = []
      var at = Iso.epoch("\(start)T00:00:00Z")
      while wanted.count < 60, let next = expression.nextFire(after: at, in: zone, dst: policy), next < Self.end {
        wanted.append(next)
        at = next
      }
      #expect(fires == wanted, "'\(row.event)' on \(row.host), which is '\(text)', from \(start)")
    }
    // That of 2028 is over in 2029.
    #expect(answers.count(where: \.isEmpty) == 1)
  }

  @Test(.enabled(if: SystemdAnalyze.isInstalled, "'systemd-analyze' is not installed"))
  func `what systemd refuses is refused`() {
    let script = Self.faults.dropLast(6).filter { !$0.contains("\u{0}") }
      .map { "systemd-analyze calendar '\($0)' > /dev/null 2>&1 && echo 'takes: \($0)'\n" }.joined()
    let taken = Tool.shell(script + "true\n", in: ToolFolder()).stdout
    // Zones of three letters may be names of the host's own clock.
    #expect(taken.split(separator: "\n").allSatisfy { $0 == "takes: daily CET" }, "\(taken)")
  }
}
