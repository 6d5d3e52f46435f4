import JobsCore
import JobsCron
import JobsManifest
import Testing

/// Rules that look across files.
@Suite struct FileRuleTests {
  private static func run(_ files: [(String, String)], project: String? = nil, choice: String? = nil) throws
    -> [Diagnostic]
  {
    var options = ExampleRun.options(project: project)
    options.views = try EnvironmentView.views(for: choice, of: options.project, given: [:])
    var set = JobSet(
      jobs: [], project: options.project, isWhole: true, usedVariables: [], zones: .system, now: ExampleRun.now)
    var all: [Diagnostic] = []
    for (path, text) in files {
      let report = FileCheck.run(FileInput(path: path, bytes: Array(text.utf8), isNamed: true), options)
      set.jobs += report.jobs
      all += report.diagnostics
    }
    return (all + SetCheck.run(set, options)).filter { $0.code.hasPrefix("FI") }
  }

  private static func job(_ name: String, _ spec: String = "command: [/bin/report]", tenant: String? = nil) -> String {
    "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: \(name)\(tenant.map { ", tenant: \($0)" } ?? "")}\nspec: {\(spec)}\n"
  }

  private static let project = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      dev: {gcp: {project: acme-dev, regions: [europe-west1, europe-west3]}}
      prod: {gcp: {project: acme-prod, regions: [europe-west1, europe-west3]}}
    """

  @Test("equal ids are told once a place, with the first in order of files, and the environments")
  func duplicates() throws {
    let cloud = "target: gcp.run, image: \"acme.example/a:1.0.0\""
    let found = try Self.run(
      [
        ("b.yaml", Self.job("report", cloud)), ("a.yaml", Self.job("report", cloud)),
        ("c.yaml", Self.job("report", cloud)),
      ],
      project: Self.project, choice: "all")
    #expect(found.map(\.location.short) == ["b.yaml:3:18", "c.yaml:3:18"])
    #expect(
      found.allSatisfy {
        $0.code == "FI102" && $0.environments == ["dev", "prod"] && $0.related.map(\.location.file) == ["a.yaml"]
      })
  }

  @Test("the same name in another tenant, project or crontab is another job")
  func different() throws {
    let cloud =
      "apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: {name: report, namespace: PROJECT}\nspec: {template: {spec: {template: {spec: {containers: [{image: \"acme.example/a:1.0.0\"}]}}}}}\n"
    let line = "0 3 * * * /usr/local/bin/backup --all\n"
    let found = try Self.run([
      ("a.yaml", Self.job("report", tenant: "a")), ("b.yaml", Self.job("report", tenant: "b")),
      ("c.yaml", cloud.split(separator: "PROJECT").joined(separator: "acme-one")),
      ("d.yaml", cloud.split(separator: "PROJECT").joined(separator: "acme-two")),
      ("one/crontab", line), ("two/crontab", line),
    ])
    #expect(found.map(\.message) == [])
  }

  @Test("two equal lines of one crontab are one job twice")
  func crontab() throws {
    let line = "0 3 * * * /usr/local/bin/backup --all\n"
    #expect(try Self.run([("one/crontab", line + line)]).map(\.code) == ["FI102"])
  }

  private static func host(_ name: String, _ selector: String) -> String {
    "apiVersion: v1\nkind: Job\nmetadata: {name: \"\(name)\", namespace: prod}\nspec: {schedule: \"0 3 * * *\", command: /bin/a, agent: {selector: {\(selector)}}}\n"
  }

  @Test(
    "equal markers clash where one host can have both jobs",
    arguments: [("role: a", "role: a", 1), ("role: a", "role: b", 0), ("role: a", "zone: b", 1), ("role: a", "", 1)])
  func markers(one: String, other: String, count: Int) throws {
    let found = try Self.run([
      ("prod/a.yaml", Self.host("nightly report", one)), ("prod/b.yaml", Self.host("nightly_report", other)),
    ])
    #expect(found.count { $0.code == "FI103" } == count)
  }

  @Test(
    "a marker keeps what it can of an id",
    arguments: [
      ("acme/prod/nightly-report", "acme/prod/nightly-report"), ("-/-/a b\tc\n", "-/-/a_b_c_"),
      ("-/-/ü.X_1", "-/-/__.X_1"),
    ])
  func marker(id: String, name: String) {
    #expect(CrontabMarker.name(of: id) == name)
    #expect(CrontabMarker.name(in: CrontabMarker.line(of: id)) == name)
    #expect(CrontabMarker.name(in: "# a comment") == nil && CrontabMarker.name(in: "# jobs: ") == nil)
  }

  private static func herd(_ count: Int, _ schedule: (Int) -> String) -> [(String, String)] {
    (0..<count).map { ("job-\($0 + 100).yaml", job("job-\($0)", "command: [/bin/report], \(schedule($0))")) }
  }

  @Test("ten jobs in one minute are a herd, nine or those with 'H' are none")
  func size() throws {
    #expect(try Self.run(Self.herd(9) { _ in "schedule: \"0 3 * * *\"" }).isEmpty)
    #expect(try Self.run(Self.herd(12) { _ in "schedule: \"H 3 * * *\"" }).isEmpty)
    #expect(try Self.run(Self.herd(12) { "schedule: \"0 3 * * *\", enabled: \($0 > 3)" }).isEmpty)
    let found = try Self.run(Self.herd(10) { _ in "schedule: \"0 3 * * *\"" })
    #expect(found.map(\.message) == ["10 jobs on local start at 03:00 UTC"])
    #expect(found[0].location.short == "job-100.yaml:4:42" && found[0].severity == .info)
  }

  @Test("a herd meets over zones and kinds of schedule, and is told once for its fullest minute")
  func meeting() throws {
    let mixed = try Self.run(
      Self.herd(12) { $0 % 2 == 0 ? "schedule: \"0 3 * * *\"" : "schedule: \"0 12 * * *\", timezone: Asia/Tokyo" })
    #expect(mixed.map(\.message) == ["12 jobs on local start at 03:00 UTC"])
    let hourly = try Self.run(Self.herd(15) { $0 < 12 ? "schedule: \"0 * * * *\"" : "schedule: \"0 3 * * *\"" })
    #expect(hourly.map(\.message) == ["15 jobs on local start at 03:00 UTC"])
    // On different days of the week nobody meets.
    #expect(try Self.run(Self.herd(14) { "schedule: \"0 3 * * \($0 % 7)\"" }).isEmpty)
    let two = try Self.run(Self.herd(22) { "schedule: \"\($0 % 2) 3 * * *\"" })
    #expect(two.map(\.message) == ["11 jobs on local start at 03:00 UTC", "11 jobs on local start at 03:01 UTC"])
  }

  @Test("a route is known, unknown, or waits for a variable")
  func routes() throws {
    let project =
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\nnotifications: {routes: {oncall: {slack: \"secret:s\"}}}\n"
    let spec = "command: [/bin/a], alerts: [{when: failed, route: ROUTE}]"
    for (route, count) in [("oncall", 0), ("oncal", 1), ("\"${ROUTE}\"", 0)] {
      let text = Self.job("a", spec.split(separator: "ROUTE").joined(separator: route))
      #expect(try Self.run([("a.yaml", text)], project: project).count == count, "\(route)")
      #expect(try Self.run([("a.yaml", text)]).isEmpty)
    }
    let cloud =
      "apiVersion: run.googleapis.com/v1\nkind: Job\nmetadata: {name: a, annotations: {jobs/route: nobody}}\nspec: {template: {spec: {template: {spec: {containers: [{image: \"acme.example/a:1.0.0\"}]}}}}}\n"
    #expect(try Self.run([("a.yaml", cloud)], project: project).map(\.code) == ["FI104"])
  }
}
