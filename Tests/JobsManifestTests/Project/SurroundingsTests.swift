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

  // MARK: Clouds

  private static let cloudText = """
    apiVersion: jobs/v1
    kind: Project
    metadata: {name: acme}
    environments:
      prod:
        gcp: {project: acme-prod, regions: [europe-west1]}
        variables: {REPOSITORY: jobs}
        retention:
          - {images: "${REGION}-docker.pkg.dev/${PROJECT_ID}/${REPOSITORY}", keep: 10, untagged: 1w, keepTags: [v], dryRun: true}
          - {images: europe-west1-docker.pkg.dev/acme-prod/other, keep: 1}
    notifications:
      routes:
        ops: {slack: "secret:slack-url"}
        oncall: {email: [ann@acme.example, bob@acme.example], pagerduty: "secret:pager", severity: [error]}

    """

  private static let cloudJob =
    "  target: gcp.run\n  image: \"${REGION}-docker.pkg.dev/${PROJECT_ID}/jobs/team/report:1.4.2\"\n"
    + "  alerts: [{when: failed, route: oncall}]\n"

  @Test("a job in a cloud has the routes of its alerts, and the retention of the repository of its image alone")
  func cloudSurroundings() throws {
    let job = try #require(try jobs(Self.cloudJob, env: "prod", project: Self.cloudText).first)
    let route = try #require(job.around.value.routes.first)
    #expect(job.around.value.routes.count == 1 && route.name == "oncall" && route.slack == nil)
    #expect(route.emails == ["ann@acme.example", "bob@acme.example"] && route.pagerduty == "secret:pager")
    var retention = ImageRetention(repository: "europe-west1-docker.pkg.dev/acme-prod/jobs", keep: 10)
    retention.untaggedSeconds = 604_800
    retention.keptTags = ["v"]
    retention.isDryRun = true
    #expect(job.around.value.retention == [retention])
    let host = try #require(
      try jobs("  alerts: [{when: failed, route: oncall}]\n", env: "prod", project: Self.cloudText).first)
    #expect(host.around.isEmpty)
  }

  @Test("whom a route tells, and how many images stay, is no drift of a job")
  func cloudDigest() throws {
    let before = try #require(try jobs(Self.cloudJob, env: "prod", project: Self.cloudText).first)
    let changed = Self.cloudText.replacing("bob@", "eve@").replacing("keep: 10", "keep: 20")
    let after = try #require(try jobs(Self.cloudJob, env: "prod", project: changed).first)
    #expect(before.digest == after.digest && before.around != after.around)
  }

  @Test(
    "an image lies in a repository by whole parts of its name",
    arguments: [
      ("europe-docker.pkg.dev/acme/jobs/report", true), ("europe-docker.pkg.dev/acme/jobs/team/report:1", true),
      ("europe-docker.pkg.dev/acme/jobs@sha256:00", true), ("europe-docker.pkg.dev/acme/jobs:1", true),
      ("europe-docker.pkg.dev/acme/jobs-old/report:1", false), ("europe-docker.pkg.dev/acme", false),
    ])
  func holds(image: String, isThere: Bool) {
    #expect(ImageRetention(repository: "europe-docker.pkg.dev/acme/jobs", keep: 1).holds(image) == isThere)
  }

  @Test func `a repository of ECR holds what has its whole name`() {
    let registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
    let retention = ImageRetention(repository: "\(registry)/jobs", keep: 1)
    #expect(retention.holds("\(registry)/jobs:1") && retention.holds("\(registry)/jobs@sha256:0"))
    #expect(!retention.holds("\(registry)/jobs/report:1"))
  }

  @Test(
    "a registry is known by the name of its repository",
    arguments: [
      (
        "europe-docker.pkg.dev/acme/jobs",
        ImageRetention.Registry.artifacts(location: "europe", project: "acme", name: "jobs")
      ),
      (
        "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/report",
        .ecr(account: "111122223333", region: "eu-west-1", name: "team/report")
      ), ("docker.io/acme/jobs", nil), ("europe-docker.pkg.dev/acme/jobs/report", nil),
      ("europe-docker.pkg.dev/acme/", nil), ("111122223333.dkr.ecr.eu-west-1.amazonaws.com", nil), ("", nil),
    ] as [(String, ImageRetention.Registry?)])
  func registry(repository: String, registry: ImageRetention.Registry?) {
    #expect(ImageRetention(repository: repository, keep: 1).registry == registry)
  }

  @Test("a key of a channel that stands in clear goes nowhere")
  func keys() throws {
    let clear = Self.cloudText.replacing("secret:pager", "0123456789abcdef0123456789abcdef")
    let file = try #require(project(clear))
    #expect(file.routes.first { $0.name == "oncall" }?.pagerduty == nil)
  }
}
