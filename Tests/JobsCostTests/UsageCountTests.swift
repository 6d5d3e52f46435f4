import JobsCore
import JobsCost
import JobsManifest
import Testing

/// What each kind of job uses: a test for each unit that is counted.
@Suite struct UsageCountTests {
  /// The typical quantities of a job by service and SKU.
  private static func quantities(
    _ job: Job, _ profile: RunProfile, hosts: [ProjectCosts.Host] = []
  ) throws -> [String: String] {
    var count = UsageCount(try PriceBook.shipped(), hosts: hosts)
    return dictionary(try count.usage(job, profile))
  }

  private static func dictionary(_ usage: JobUsage) -> [String: String] {
    var found: [String: String] = [:]
    for line in usage.lines {
      found["\(line.item.service) \(line.item.sku)"] = "\(line.quantity?.typical.description ?? "?") \(line.unit)"
    }
    return found
  }

  private static func run(_ job: inout Job) {
    job.resources.cpuMillis = 2000
    job.resources.memoryBytes = 512 << 20
    job.limits.retry = Retry()
    job.limits.retry?.attempts = 0
  }

  @Test(arguments: [
    (1, "0.1"), (100, "0.1"), (101, "0.2"), (60_000, "60"), (60_050, "60.1"),
  ])
  func `a task of Cloud Run is counted in steps of 100 ms`(milliseconds: Int, seconds: String) throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") { Self.run(&$0) }
    let found = try Self.quantities(job, Sample.profile(runs: 1, milliseconds: milliseconds))
    let each = try Sample.number(seconds)
    #expect(found["cloud-run-jobs cpu"] == "\(try each.times(2)) vCPU-second")
    #expect(found["cloud-run-jobs memory"] == "\(try each.times(Sample.number("0.5"))) GiB-second")
  }

  @Test(arguments: [(500, "0.5"), (1000, "1"), (2000, "2"), (250, "0.25")])
  func `a part of a core counts as such`(millis: Int, cores: String) throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") {
      Self.run(&$0)
      $0.resources.cpuMillis = millis
    }
    #expect(
      try Self.quantities(job, Sample.profile(runs: 1, milliseconds: 1000))["cloud-run-jobs cpu"]
        == "\(cores) vCPU-second")
  }

  @Test(arguments: [
    (1, 0, "60"), (10, 0, "600"), (10, 10, "600"), (10, 5, "300"), (10, 4, "200"), (10, 1, "60"), (10, 20, "600"),
  ])
  func `tasks that wait for others take their part of a run`(tasks: Int, parallelism: Int, seconds: String) throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") {
      Self.run(&$0)
      $0.resources.cpuMillis = 1000
      $0.resources.tasks = tasks
      $0.resources.parallelism = parallelism
    }
    #expect(
      try Self.quantities(job, Sample.profile(runs: 1, milliseconds: 60_000))["cloud-run-jobs cpu"]
        == "\(seconds) vCPU-second")
  }

  @Test func `a schedule is counted by days, also while the job is paused, and not where it is disabled`() throws {
    let profile = Sample.profile(runs: 0, milliseconds: nil, days: 31)
    let schedules = [Schedule(cron: "0 4 * * *"), Schedule(cron: "0 9 * * *")]
    let paused = Sample.job(.cloudRun, region: "europe-west1") {
      $0.schedules = schedules
      $0.paused = true
    }
    #expect(try Self.quantities(paused, profile) == ["cloud-scheduler job": "62 job-day"])
    let disabled = Sample.job(.cloudRun, region: "europe-west1") {
      $0.schedules = schedules
      $0.enabled = false
    }
    #expect(try Self.quantities(disabled, profile).isEmpty)
  }

  @Test func `secrets are read by each task of each attempt, and kept once for all jobs of a project`() throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") {
      Self.run(&$0)
      $0.resources.tasks = 3
      $0.run.secrets = [Pair("A", "db:1"), Pair("B", "db:1")]
      $0.run.mounts = [Mount(secret: "tls:latest", path: "/tls")]
    }
    var count = UsageCount(try PriceBook.shipped())
    let profile = Sample.profile(runs: 10, milliseconds: 1000)
    let first = Self.dictionary(try count.usage(job, profile))
    #expect(first["secret-manager access"] == "90 operation" && first["secret-manager version"] == "2 version-month")
    let second = Self.dictionary(try count.usage(job, profile))
    #expect(second["secret-manager access"] == "90 operation" && second["secret-manager version"] == nil)
    var other = job
    other.target.project = "another"
    #expect(Self.dictionary(try count.usage(other, profile))["secret-manager version"] == "2 version-month")
  }

  @Test func `what the book cannot price is a line all the same`() throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") {
      Self.run(&$0)
      $0.resources.gpu = 1
      $0.network = Network()
      $0.network?.connector = "vpc"
      $0.alerts = [Alert(when: "failed", route: "oncall")]
      $0.events = [Event(json: "{\"pubsub\":\"orders\"}")]
    }
    let estimate = try Sample.estimate([(job, Sample.profile(runs: 1, milliseconds: 1000))])
    let unpriced = Set(estimate.jobs[0].unpriced.map { "\($0.line.item.service) \($0.line.item.sku)" })
    #expect(
      unpriced == [
        "cloud-run-jobs gpu", "vpc-access-connector vpc", "monitoring alert-condition", "cloud-run-jobs event-runs",
      ])
    #expect(estimate.totals[0].unpriced == 4)
  }

  /// Jobs with a line that the shipped book has no price of, and what is said of it.
  private static let unpriced: [(job: Job, item: String, words: String)] = [
    (
      Sample.job(.ecs, region: "eu-west-3") {
        $0.resources.cpuMillis = 1000
        $0.resources.memoryBytes = 2 << 30
      }, "fargate cpu-x86",
      "the price book has no price of fargate 'cpu-x86' in 'eu-west-3': 'jobs-cost prices import' reads it from the cloud's price list"
    ),
    (
      Sample.job(.batch, region: "eu-central-1") {
        $0.resources.cpuMillis = 1000
        $0.resources.memoryBytes = 2 << 30
        $0.resources.architecture = "arm64"
      }, "fargate memory-arm",
      "the price book has no price of fargate 'memory-arm' in 'eu-central-1': 'jobs-cost prices import' reads it from the cloud's price list"
    ),
    (
      Sample.job(.lambda, region: "eu-central-1"), "network egress",
      "the price book has no price of network 'egress' in 'eu-central-1': 'jobs-cost prices import' reads it from the cloud's price list"
    ),
    (
      Sample.job(.cloudRun, region: "europe-north1"), "network egress",
      "the price book has no price of network 'egress' in 'europe-north1': a book of your own, --prices FILE, may have one"
    ),
    (
      Sample.job(.cloudRun, region: "europe-west1") {
        $0.network = Network()
        $0.network?.connector = "vpc"
      }, "vpc-access-connector vpc", "how many instances the connector has is not known; jobs share it"
    ),
    (
      Sample.job(.cloudRun, region: "europe-west1") { $0.resources.gpu = 1 }, "cloud-run-jobs gpu",
      "the price book has no price of cloud-run-jobs 'gpu' in 'europe-west1': a book of your own, --prices FILE, may have one"
    ),
  ]

  @Test(arguments: unpriced)
  func `a line without a price is in no sum and says what would bring one`(job: Job, item: String, words: String) throws
  {
    let estimate = try Sample.estimate(
      [(job, Sample.profile(runs: 10, milliseconds: 1000))], assumed: try #require(Assumptions(["egress=1Gi"])))
    let line = try Sample.line(estimate.jobs[0], item)
    #expect(line.amounts == nil && line.unpricedReason == words && estimate.totals[0].unpriced > 0)
  }

  @Test func `a length that is not known is no zero`() throws {
    let job = Sample.job(.cloudRun, region: "europe-west1") { Self.run(&$0) }
    let found = try Self.quantities(job, Sample.profile(runs: 5, milliseconds: nil))
    #expect(found == ["cloud-run-jobs cpu": "? vCPU-second", "cloud-run-jobs memory": "? GiB-second"])
    // A job that never runs needs none.
    #expect(try Self.quantities(job, Sample.profile(runs: 0, milliseconds: nil)).isEmpty)
  }

  @Test(arguments: [("x86_64", "x86"), ("arm64", "arm"), (nil, "x86")])
  func `a function is counted by its memory and architecture`(architecture: String?, sku: String) throws {
    let job = Sample.job(.lambda, region: "eu-central-1") {
      $0.resources.memoryBytes = 512 << 20
      $0.resources.architecture = architecture
    }
    let found = try Self.quantities(job, Sample.profile(runs: 1000, milliseconds: 3))
    #expect(found["lambda duration-\(sku)"] == "1.5 GB-second")
    #expect(found["lambda request"] == "1000 request")
    #expect(found["eventbridge-scheduler invocation"] == "1000 invocation")
  }

  @Test func `a function that names no memory has 128 MiB`() throws {
    let found = try Self.quantities(
      Sample.job(.lambda, region: "eu-central-1"), Sample.profile(runs: 8, milliseconds: 1000))
    #expect(found["lambda duration-x86"] == "1 GB-second")
  }

  @Test(arguments: [(3_000, "60"), (60_000, "60"), (60_001, "61"), (90_500, "91")])
  func `a task on Fargate takes whole seconds, and at least a minute`(milliseconds: Int, seconds: String) throws {
    let job = Sample.job(.batch, region: "us-east-1") {
      $0.resources.cpuMillis = 1000
      $0.resources.memoryBytes = 2 << 30
      $0.resources.architecture = "arm64"
    }
    let found = try Self.quantities(job, Sample.profile(runs: 1, milliseconds: milliseconds))
    #expect(found["fargate cpu-arm"] == "\(seconds) vCPU-second")
    #expect(try found["fargate memory-arm"] == "\(Sample.number(seconds).times(2)) GB-second")
  }

  @Test func `a task whose size nobody says has no price`() throws {
    let estimate = try Sample.estimate([
      (Sample.job(.ecs, region: "us-east-1"), Sample.profile(runs: 1, milliseconds: 1000))
    ])
    #expect(estimate.jobs[0].unpriced.map(\.line.item.sku) == ["cpu-x86", "memory-x86"])
    #expect(estimate.jobs[0].usage.remarks == ["the manifest does not say how much CPU or memory a task has"])
  }

  @Test func `secrets and alarms of AWS are counted`() throws {
    let job = Sample.job(.lambda, region: "us-east-1") {
      $0.run.secrets = [Pair("A", "db")]
      $0.alerts = [Alert(when: "failed", route: "a"), Alert(when: "missed", route: "a")]
    }
    let found = try Self.quantities(job, Sample.profile(runs: 7, milliseconds: 1000))
    #expect(found["secrets-manager secret"] == "1 secret-month" && found["secrets-manager call"] == "7 call")
    #expect(found["cloudwatch alarm"] == "2 alarm-month")
    // Each task of each attempt reads them.
    let tasks = Sample.job(.ecs, region: "us-east-1") {
      $0.run.secrets = [Pair("A", "db"), Pair("B", "key")]
      $0.resources.tasks = 3
    }
    #expect(
      try Self.quantities(tasks, Sample.profile(runs: 7, milliseconds: 1000))["secrets-manager call"] == "42 call")
  }

  @Test(arguments: [
    ("0", 3, "1"), ("0.5", 0, "1"), ("0.5", 1, "1.5"), ("0.5", 2, "1.75"), ("0.1", 3, "1.111"), ("1", 3, "4"),
    ("0.05", 10, "1.052632"),
  ])
  func `failures are tried again as often as the manifest allows`(rate: String, retries: Int, attempts: String) throws {
    let job = Sample.job(.lambda, region: "us-east-1") {
      $0.limits.retry = Retry()
      $0.limits.retry?.attempts = retries
    }
    let profile = Sample.profile(runs: 1, milliseconds: 1000, failing: try Sample.number(rate))
    #expect(try Self.quantities(job, profile)["lambda request"] == "\(attempts) request")
    var count = UsageCount(try PriceBook.shipped())
    let line = try #require(try count.usage(job, profile).lines.first { $0.item.sku == "request" })
    #expect(line.quantity?.low == .one)
  }

  // MARK: Hosts

  private static let hosts = [
    ProjectCosts.Host(name: "backup-01", hourly: Money("0.04 EUR"), labels: [Pair("role", "backup")]),
    ProjectCosts.Host(name: "web-01", hourly: nil, labels: [Pair("role", "web")]),
  ]

  @Test(arguments: [
    ([Pair("role", "backup")], "0.4", ""), ([Pair("name", "backup-01")], "0.4", ""),
    ([Pair("role", "web")], nil, "no cost of its own: its host has no 'hourly' in jobs.yaml"),
    ([Pair("role", "mail")], nil, "no cost of its own"), ([], nil, "no cost of its own"),
  ])
  func `a host costs what the project file says, or nothing, said so`(selector: [Pair], cost: String?, remark: String)
    throws
  {
    let job = Sample.job(.host) { $0.agent = selector }
    let estimate = try Sample.estimate([(job, Sample.profile(runs: 100, milliseconds: 360_000))], hosts: Self.hosts)
    let found = estimate.jobs[0]
    #expect(found.lines.first?.amounts?.net.typical.description == cost)
    #expect(found.usage.remarks == (remark.isEmpty ? [] : [remark]) && found.unpriced.isEmpty)
    #expect(found.currency == (cost == nil ? "USD" : "EUR") && estimate.totals.map(\.currency) == [found.currency])
  }

  @Test func `the only host is that of jobs which choose none`() throws {
    let estimate = try Sample.estimate(
      [(Sample.job(.local), Sample.profile(runs: 10, milliseconds: 3_600_000))], hosts: [Self.hosts[0]])
    #expect(estimate.totals[0].net.typical.description == "0.4")
  }
}
