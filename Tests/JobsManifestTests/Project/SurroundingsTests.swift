import JobsCore
import Testing

@testable import JobsManifest

@Suite("what a project says about all jobs of a host") struct SurroundingsTests {
  static let text = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    defaults: {locks: [ledger], grace: 20s, nice: 5, retry: {perClass: {network: {attempts: 4}}}}
    environments:
      dev: {quietHours: {from: "20:00", to: "07:00", timezone: Europe/Berlin}}
      prod: {}
    pools: {database: 4, tape: 1}
    limits: {running: 20, keepRuns: 500, keepDays: 30}
    failures: [{class: network, contains: "gateway said no"}, {class: resource, exitCode: 75}]

    """

  private func jobs(_ spec: String, env: String?, project text: String = text) throws -> [Job] {
    let file = try #require(project(text))
    let views = try EnvironmentView.views(for: env, of: file, given: [:])
    let checked = Checked(ExampleText.job("  command: [/bin/report]\n\(spec)")) {
      $0.project = file
      $0.views = views
    }
    #expect(checked.report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try checked.jobs.map { try Job($0) }
  }

  @Test("the project file has the sizes of pools, the limit of runs and the rows of failures")
  func file() throws {
    let file = try #require(project(Self.text))
    #expect(file.pools[name: "database"] == 4 && file.pools[name: "tape"] == 1 && file.pools[name: "disk"] == nil)
    #expect(file.runningLimit == 20)
    #expect(file.retention == Retention(runs: 500, days: 30))
    #expect(
      file.failures == [
        FailureRule(.network, .contains("gateway said no")), FailureRule(.resource, .exitCode(75)),
      ])
  }

  @Test("a job's record brings the sizes of its pools and the rows of failures")
  func record() throws {
    let job = try #require(try jobs("  pools: {database: 2}\n", env: "prod").first)
    #expect(job.limits.host.pools == [PoolShare(name: "database", slots: 2, size: 4)])
    #expect(job.limits.host.failures == (try #require(project(Self.text))).failures)
    #expect(job.limits.host.quietHours == nil)
  }

  @Test("a job has the quiet hours of its environment, and its own come first")
  func quietHours() throws {
    let theirs = try #require(try jobs("", env: "dev").first)
    #expect(theirs.limits.host.quietHours == QuietHours(from: 1200, to: 420, timezone: "Europe/Berlin"))
    let own = try #require(try jobs("  quietHours: {from: \"01:00\", to: \"02:00\"}\n", env: "dev").first)
    #expect(own.limits.host.quietHours == QuietHours(from: 60, to: 120, timezone: "UTC"))
  }

  @Test("a cloud has none of it")
  func cloud() throws {
    let job = try #require(
      try jobs("  target: gcp.run\n  image: europe-docker.pkg.dev/acme/jobs/report:1.4.2\n", env: "dev").first)
    #expect(job.limits.host.failures.isEmpty && job.limits.host.quietHours == nil)
  }

  @Test("defaults hold where a job says nothing, and no retry means no class of it")
  func defaults() throws {
    let plain = try #require(try jobs("", env: "prod").first)
    #expect(plain.limits.host.locks == ["ledger"] && plain.limits.host.graceSeconds == 20 && plain.run.host.nice == 5)
    #expect(plain.limits.retry?.perClass.map(\.attempts) == [4])
    let other = try #require(
      try jobs("  locks: [tape]\n  grace: 1s\n  nice: 0\n  retry: {enabled: false}\n", env: "prod").first)
    #expect(other.limits.host.locks == ["tape"] && other.limits.host.graceSeconds == 1 && other.run.host.nice == 0)
    #expect(other.limits.retry?.perClass == [])
  }

  @Test("jobs are disabled or paused with the project, unless they say otherwise")
  func paused() throws {
    let paused = "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: acme}\ndefaults: {paused: true}\n"
    #expect(try jobs("", env: nil, project: paused).map(\.paused) == [true])
    #expect(try jobs("  paused: false\n", env: nil, project: paused).map(\.paused) == [false])
    let disabled = paused.replacing("paused: true", "enabled: false")
    #expect(try jobs("", env: nil, project: disabled).map(\.enabled) == [false])
    #expect(try jobs("  enabled: true\n  paused: true\n", env: nil, project: disabled).map(\.paused) == [true])
  }

  @Test("another size of a pool, other rows and other quiet hours of the environment are no drift of a job")
  func digest() throws {
    let before = try #require(try jobs("  pools: [database]\n", env: "dev").first)
    let changed = Self.text.replacing("database: 4", "database: 9").replacing("exitCode: 75", "exitCode: 76")
      .replacing("20:00", "21:00")
    let after = try #require(try jobs("  pools: [database]\n", env: "dev", project: changed).first)
    #expect(before.digest == after.digest && before.limits != after.limits)
  }
}
