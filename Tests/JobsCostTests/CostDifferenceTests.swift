import JobsCore
import JobsCost
import JobsManifest
import Testing

@Suite struct CostDifferenceTests {
  private static func job(_ name: String, _ change: (inout Job) -> Void = { _ in }) -> Job {
    Sample.job(.cloudRun, region: "europe-west1") { job in
      job.name = name
      job.resources.memoryBytes = 2 << 30
      job.schedules = [Schedule(cron: "*/5 * * * *", timezone: "UTC")]
      change(&job)
    }
  }

  private static func compare(
    _ before: [(Job, RunProfile)], _ after: [(Job, RunProfile)], hosts: [ProjectCosts.Host] = []
  ) throws -> CostDifference {
    try CostDifference(
      Sample.estimate(before.map { (job: $0.0, profile: $0.1) }, hosts: hosts),
      Sample.estimate(after.map { (job: $0.0, profile: $0.1) }, hosts: hosts))
  }

  private static let profile = Sample.profile(runs: 8928, milliseconds: 60_000, days: 31)

  @Test func `what did not change is no difference`() throws {
    let same = [(Self.job("a"), Self.profile), (Self.job("b"), Self.profile)]
    let found = try Self.compare(same, same)
    #expect(found.jobs.isEmpty && found.edges.isEmpty)
    #expect(found.totals.allSatisfy { $0.net.isZero && $0.others.isZero })
  }

  @Test func `a cause is told with the runs that it makes`() throws {
    var half = Self.profile
    half.runs = 4464
    let slower = Self.job("a") { $0.schedules = [Schedule(cron: "*/10 * * * *", timezone: "UTC")] }
    let found = try Self.compare([(Self.job("a"), Self.profile)], [(slower, half)])
    #expect(found.jobs.map(\.causes) == [["'*/5 * * * *' is now '*/10 * * * *': 4464 runs fewer"]])
    #expect(found.jobs[0].action == .changed && found.jobs[0].net == found.totals[0].net)
    // 535,680 and 267,840 vCPU-seconds of 240,000; twice as many GiB-seconds of 450,000.
    #expect(found.edges.isEmpty)
    half.runs = 2000
    let rare = try Self.compare([(Self.job("a"), Self.profile)], [(slower, half)])
    #expect(
      rare.edges == [
        "the free tier of gcp cloud-run-jobs 'cpu' is no longer exceeded",
        "the free tier of gcp cloud-run-jobs 'memory' is no longer exceeded",
      ])
  }

  static let changes: [(change: @Sendable (inout Job) -> Void, cause: String)] = [
    ({ $0.resources.memoryBytes = 4 << 30 }, "memory 2Gi is now 4Gi"),
    ({ $0.resources.cpuMillis = 2000 }, "cpu 1 is now 2"),
    ({ $0.resources.tasks = 5 }, "tasks 1 is now 5"),
    ({ $0.resources.gpu = 1 }, "gpu none is now 1"),
    (
      { $0.schedules[0].timezone = "Asia/Tokyo" },
      "'*/5 * * * *' in UTC is now '*/5 * * * *' in Asia/Tokyo: as many runs"
    ),
    ({ $0.paused = true }, "paused: as many runs"),
    ({ $0.enabled = false }, "disabled: as many runs"),
    ({ $0.run.secrets = [Pair("A", "b:1")] }, "secrets 0 is now 1"),
    ({ $0.alerts = [Alert(when: "failed", route: "a")] }, "alerts 0 is now 1"),
    ({ $0.schedules = [] }, "'*/5 * * * *' is now no schedule: as many runs"),
  ]

  @Test(arguments: changes.indices)
  func `each kind of change has its words`(index: Int) throws {
    let (change, cause) = Self.changes[index]
    let found = try Self.compare([(Self.job("a"), Self.profile)], [(Self.job("a") { change(&$0) }, Self.profile)])
    #expect(found.jobs.map(\.causes) == [[cause]])
  }

  @Test func `a job that is new or gone costs all that it costs`() throws {
    let (a, b) = ((Self.job("a"), Self.profile), (Self.job("b"), Self.profile))
    let added = try Self.compare([a], [a, b])
    #expect(added.jobs.map(\.action) == [.added] && added.jobs[0].causes == ["new: 8928 runs"])
    let removed = try Self.compare([a, b], [a])
    #expect(removed.jobs.map(\.action) == [.removed] && removed.jobs[0].causes == ["removed: 8928 runs fewer"])
    #expect(try removed.totals[0].net == added.totals[0].net.times(-1))
  }

  @Test func `jobs that did not change pay more where another spends what is free, told in one sum`() throws {
    let (a, b) = ((Self.job("a"), Self.profile), (Self.job("b"), Self.profile))
    let found = try Self.compare([a], [a, b])
    #expect(found.jobs.map(\.key.job) == ["-/-/b"])
    #expect(found.totals[0].others > .zero)
    #expect(try found.jobs[0].net.plus(found.totals[0].others) == found.totals[0].net)
  }

  @Test func `amounts of two currencies have no difference`() throws {
    let host = ProjectCosts.Host(name: "h", hourly: Money("0.04 EUR"))
    // 8928 runs of a minute, from Cloud Run to a host without a region.
    let before = Self.job("a") { $0.target.region = nil }
    let after = Self.job("a") { $0.target = Target(kind: .host) }
    let found = try Self.compare([(before, Self.profile)], [(after, Self.profile)], hosts: [host])
    #expect(found.jobs.map(\.currency) == ["EUR"] && found.jobs.map(\.net.description) == ["5.952"])
    let back = try Self.compare([(after, Self.profile)], [(before, Self.profile)], hosts: [host])
    #expect(back.jobs.map(\.currency) == ["USD"] && back.jobs[0].net == back.jobs[0].after?.net.typical)
  }

  @Test func `a job in another region is another`() throws {
    let moved = Self.job("a") { $0.target.region = "europe-west3" }
    let found = try Self.compare([(Self.job("a"), Self.profile)], [(moved, Self.profile)])
    #expect(found.jobs.map(\.action) == [.removed, .added])
    #expect(found.jobs.map(\.key.region) == ["europe-west1", "europe-west3"])
  }

  @Test func `lengths and failures are causes too`() throws {
    var longer = Sample.profile(runs: 8928, milliseconds: 90_500, days: 31)
    longer.failureRate = try Sample.number("0.1")
    let found = try Self.compare([(Self.job("a"), Self.profile)], [(Self.job("a"), longer)])
    #expect(
      found.jobs.map(\.causes) == [["length of a run 1m is now 1m30s", "another share of attempts fails"]])
  }
}
