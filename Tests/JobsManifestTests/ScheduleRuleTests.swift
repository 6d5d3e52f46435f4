import JobsCore
import JobsCron
import JobsManifest
import Testing

/// Edges of the rules on schedules; their examples are run by `RuleExampleTests`.
@Suite struct ScheduleRuleTests {
  /// The findings of a job of our own format, as `CODE severity message`.
  private static func found(_ spec: String, project: String? = nil, format: Format = .jobs) -> [String] {
    let text = "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: report}\nspec:\n  command: [/bin/report]\n\(spec)\n"
    return ExampleRun.diagnostics(of: .init(format, text, project: project), text: text).map {
      "\($0.code) \($0.severity) \($0.message)"
    }
  }

  static let changes: [(cron: String, zone: String, message: String)] = [
    (
      "30 2 * * *", "Europe/Berlin",
      "02:30 does not exist on 2027-03-28 and 2028-03-26 and runs at the end of the gap, at 03:00; "
        + "02:30 exists twice on 2027-10-31 and 2028-10-29 and runs at the first"
    ),
    (
      "30 2 * * *", "America/New_York",
      "02:30 does not exist on 2027-03-14 and 2028-03-12 and runs at the end of the gap, at 03:00"
    ),
    ("30 1 * * *", "America/New_York", "01:30 exists twice on 2027-11-07 and 2028-11-05 and runs at the first"),
    (
      "0,30 2 * 3 *", "Europe/Berlin",
      "02:00 and 1 more time do not exist on 2027-03-28 and 2028-03-26 and run once at the end of the gap, at 03:00"
    ),
    ("*/30 2 * 3 *", "Europe/Berlin", "02:00 and 1 more time do not exist on 2027-03-28 and 2028-03-26 and do not run"),
    (
      "*/30 2 * 10 *", "Europe/Berlin",
      "02:00 and 1 more time exist twice on 2027-10-31 and 2028-10-29 and run both times"
    ),
    ("0 2 29 2-3 *", "Europe/Berlin", ""),
  ]

  @Test("a fixed time in a change of the clock is told with the dates of two years", arguments: changes)
  func clockChanges(cron: String, zone: String, message: String) {
    let found = Self.found("  schedule: \"\(cron)\"\n  timezone: \(zone)")
    #expect(found == (message.isEmpty ? [] : ["SC106 warning \(message)"]))
  }

  @Test(
    "times that exist once are no finding",
    arguments: [
      ("30 3 * * *", "Europe/Berlin"), ("30 1 * * *", "Europe/Berlin"), ("*/5 * * * *", "Europe/Berlin"),
      ("30 * * * *", "Europe/Berlin"),
      ("30 2 * * *", "UTC"), ("30 2 * * *", "Asia/Tokyo"), ("30 2 * * *", "Asia/Kolkata"),
    ])
  func unchanged(cron: String, zone: String) {
    #expect(Self.found("  schedule: \"\(cron)\"\n  timezone: \(zone)") == [])
  }

  @Test("a policy that is written down accepts its half of the change")
  func accepted() {
    let gap = Self.found("  schedule: \"30 2 * * *\"\n  timezone: Europe/Berlin\n  dst: {repeat: second}")
    #expect(
      gap == [
        "SC106 warning 02:30 does not exist on 2027-03-28 and 2028-03-26 and runs at the end of the gap, at 03:00"
      ])
    let twice = Self.found("  schedule: \"30 2 * * *\"\n  timezone: Europe/Berlin\n  dst: {gap: skip}")
    #expect(twice == ["SC106 warning 02:30 exists twice on 2027-10-31 and 2028-10-29 and runs at the first"])
  }

  @Test("a cloud's scheduler is told by its own rule")
  func clouds() {
    let amazon = Self.found(
      "  target: aws.ecs\n  image: acme.example/a:1.0.0\n  schedule: \"30 2 * * *\"\n  timezone: Europe/Berlin")
    #expect(amazon.contains("SC106 warning 02:30 does not exist on 2027-03-28 and 2028-03-26 and EventBridge skips it"))
    let google = Self.found(
      "  target: gcp.run\n  image: acme.example/a:1.0.0\n  schedule: \"30 2 * * *\"\n  timezone: Europe/Berlin")
    #expect(
      google.contains {
        $0.hasPrefix("SC106") && $0.hasSuffix("Cloud Scheduler does not say whether such a time runs, nor how often")
      })
  }

  static let policies: [(target: String, dst: String, zone: String, isError: Bool)] = [
    ("aws.lambda", "{gap: skip}", "Europe/Berlin", false),
    ("aws.lambda", "{gap: skip, repeat: both}", "Europe/Berlin", true),
    ("aws.lambda", "{repeat: first}", "Europe/Berlin", true),
    ("aws.lambda", "{gap: run-after}", "UTC", false),
    ("gcp.run", "{gap: skip}", "Europe/Berlin", true),
    ("gcp.run", "{gap: skip}", "Asia/Tokyo", false),
    ("host", "{gap: skip, repeat: both}", "Europe/Berlin", false),
  ]

  @Test("a policy that the target cannot keep is an error", arguments: policies)
  func unkept(target: String, dst: String, zone: String, isError: Bool) {
    let spec =
      "  target: \(target)\n  image: acme.example/a:1.0.0\n  schedule: [\"0 12 * * *\", \"0 13 * * *\"]\n  timezone: \(zone)\n  dst: \(dst)"
    #expect(Self.found(spec).count { $0.hasPrefix("SC107 error") } == (isError ? 1 : 0))
  }

  static let judged: [(spec: String, start: String)] = [
    ("  schedule: \"0 0 31 4 *\"", "SC104 error '0 0 31 4 *' never fires: there is no"),
    ("  schedule: {}", "ST105"),
    ("  schedule: [\"0 0 3 1 1 ? 2020\"]", "SC104 error '0 0 3 1 1 ? 2020' never fires: its last time"),
    ("  schedule: \"  30 2 30 2 *\"", "SC104 error '30 2 30 2 *' never fires"),
    ("  schedule: \"0 0 13 * 5\"", "SC111 info both days are restricted, and either is enough"),
    ("  schedule: \"5/15 * * * *\"", "SC112 info"),
    (
      "  schedule: \"*/5 * * * *\"\n  timeout: 10m\n  concurrency: forbid",
      "SC108 info fires every 5m but a run may take 10m"
    ),
    ("  schedule: \"*/5 * * * *\"\n  timeout: 10m\n  concurrency: replace", "SC108 info"),
    ("  schedule: \"0 3 * * *\"\n  timeout: 25h", "SC108 warning fires every 1d but a run may take 1d1h"),
    ("  schedule: \"0 3 * * *\"\n  timezone: PST", "SC109 error unknown zone 'PST'"),
    ("  schedule: \"0 3 * * *\"\n  timezone: Etc/GMT+5", "SC110 warning 'Etc/GMT+5' is 5 hours behind UTC"),
    ("  schedule: every 24 hours\n  target: gcp.run\n  image: acme.example/a:1.0.0", "SC103 warning"),
    (
      "  schedule: \"@reboot\"\n  target: gcp.run\n  image: acme.example/a:1.0.0",
      "SC113 error Cloud Scheduler has no '@reboot'"
    ),
    (
      "  schedule: rate(5 minutes)\n  target: gcp.run\n  image: acme.example/a:1.0.0",
      "SC113 error Cloud Scheduler takes five fields"
    ),
    (
      "  schedule: \"0 0 1 4 */6\"\n  target: gcp.run\n  image: acme.example/a:1.0.0",
      "SC113 warning Cloud Scheduler takes either day"
    ),
  ]

  @Test("a doubtful schedule has one finding, of this kind", arguments: judged)
  func kinds(spec: String, start: String) {
    let found = Self.found(spec).filter { $0.hasPrefix("SC") || $0.hasPrefix("ST") }
    #expect(found.count == 1 && found[0].hasPrefix(start), "\(found)")
  }

  @Test(
    "what is right, open, or the cloud can be given in other words has no finding",
    arguments: [
      "  schedule: \"${CRON}\"", "  schedule: \"H H * * *\"\n  target: gcp.run\n  image: acme.example/a:1.0.0",
      "  schedule: \"@daily\"\n  target: gcp.run\n  image: acme.example/a:1.0.0",
      "  schedule: \"0 30 2 * * ?\"\n  target: gcp.run\n  image: acme.example/a:1.0.0",
      "  schedule: \"30 2 * * *\"\n  target: aws.batch\n  image: acme.example/a:1.0.0",
      "  schedule: \"*/5 * * * *\"\n  timeout: 10m\n  concurrency: allow",
      "  schedule: \"0 3 * * *\"\n  timezone: \"${ZONE}\"", "  schedule: \"0 3 * * *\"\n  timeout: 10h",
    ])
  func quiet(spec: String) {
    #expect(Self.found(spec).filter { $0.hasPrefix("SC") } == [])
  }

  @Test("an expression beyond EventBridge's length is an error")
  func longExpression() {
    func list(_ range: ClosedRange<Int>) -> String { range.map(String.init).joined(separator: ",") }
    let text = "cron(\(list(0...59)) \(list(0...23)) \(list(1...28)) * ? *)"
    let found = Self.found("  target: aws.ecs\n  image: acme.example/a:1.0.0\n  schedule: \"\(text)\"").filter {
      $0.hasPrefix("SC")
    }
    #expect(found == ["SC114 error the expression has \(text.utf8.count) characters for EventBridge, which takes 256"])
  }

  @Test("a zone that several schedules share is reported once")
  func once() {
    #expect(Self.found("  schedule: [\"0 3 * * *\", \"0 4 * * *\"]\n  timezone: Europe/Berln").count == 1)
  }

  @Test("a missing zone database is a failure and no finding")
  func noDatabase() {
    var options = ExampleRun.options(project: nil)
    options.zones = ZoneDatabase(files: ZoneFiles(read: { _ in .absent }))
    let text =
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: a}\nspec: {command: [/bin/a], schedule: \"0 3 * * *\", timezone: Europe/Berlin}\n"
    let report = FileCheck.run(FileInput(path: "a.yaml", bytes: Array(text.utf8), isNamed: true), options)
    #expect(report.diagnostics.isEmpty)
    #expect(report.failure?.exitStatus == .world)
  }

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev:
        quietHours: {from: "22:00", to: "06:00", timezone: Europe/Berlin, weekends: true}
    """

  static let hours: [(cron: String, zone: String, start: String?)] = [
    (
      "30 5 * * *", "Europe/Berlin",
      "SC115 warning fires in the quiet hours of 'dev': on 2026-11-21 at 05:30 Europe/Berlin"
    ),
    ("0 12 * * 1-5", "Europe/Berlin", nil),
    ("0 12 * * 6", "Europe/Berlin", "SC115 warning fires in the quiet hours of 'dev': on 2026-11-21 at 12:00"),
    ("* 9-17 * * 1-5", "UTC", nil),
    // 05:30 UTC is 06:30 in winter and 07:30 in summer; 20:30 UTC is quiet in summer only.
    ("30 5 * * 1-5", "UTC", nil),
    ("30 20 * * 1-5", "UTC", "SC115 warning fires in the quiet hours of 'dev': on 2027-05-"),
    ("0 23 24 12 *", "Europe/Berlin", "SC115 warning fires in the quiet hours of 'dev': on 2026-12-24 at 23:00"),
  ]

  @Test("quiet hours are kept on their own clock, in summer and winter", arguments: hours)
  func quietHours(cron: String, zone: String, start: String?) {
    let found = Self.found("  schedule: \"\(cron)\"\n  timezone: \(zone)", project: Self.project)
    #expect(found.count == (start == nil ? 0 : 1), "\(found)")
    if let start { #expect(found.first?.hasPrefix(start) == true, "\(found)") }
  }

  @Test("a disabled or paused job may have a schedule in quiet hours", arguments: ["enabled: false", "paused: true"])
  func disabled(key: String) {
    #expect(Self.found("  schedule: \"30 5 * * *\"\n  \(key)", project: Self.project) == [])
  }

  @Test("the host's zone of a crontab is not guessed")
  func crontab() {
    let text = "30 2 * * * /usr/local/bin/backup --all\n"
    #expect(ExampleRun.diagnostics(of: .init(.crontab, text), text: text).filter { $0.code.hasPrefix("SC") }.isEmpty)
    let zoned = "CRON_TZ=Europe/Berln\n0 3 * * * /usr/local/bin/a\n0 4 * * * /usr/local/bin/b\n"
    let found = ExampleRun.diagnostics(of: .init(.crontab, zoned), text: zoned).filter { $0.code == "SC109" }
    #expect(found.count == 1)
  }
}
