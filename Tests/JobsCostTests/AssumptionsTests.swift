import JobsCore
import JobsManifest
import Testing

@testable import JobsCost

@Suite("What is assumed")
struct AssumptionsTests {
  @Test(
    "what is none, or is said twice, is refused",
    arguments: [
      ["soon"], ["5m", "6m"], ["logs=x"], ["logs="], ["logs=1Mi", "logs=2Mi"], ["disk=1Gi"], ["runs=-1"], ["runs=1.5"],
      ["=1"], ["1m,2m"], ["9m,5m,1m"], ["0s"],
    ])
  func refused(texts: [String]) { #expect(Assumptions(texts) == nil) }

  @Test("times, counts and sizes are read")
  func read() throws {
    let assumed = try #require(
      Assumptions(["1m,5m,20m", "runs=1000", "logs=2Mi", "egress=1G", "nat=0", "image=500Mi"]))
    #expect(assumed.length == Spread(low: 60_000, typical: 300_000, high: 1_200_000))
    #expect(assumed.eventRuns == 1000 && assumed.logBytes == 2 << 20 && assumed.egressBytes == 1_000_000_000)
    #expect(assumed.natBytes == 0 && assumed.imageBytes == 500 << 20)
    #expect(Assumptions([]) == Assumptions())
  }

  private static func lines(_ job: Job, runs: Int, _ texts: [String], failing: Decimal = .zero) throws -> [String:
    String]
  {
    let estimate = try Sample.estimate(
      [(job, Sample.profile(runs: runs, milliseconds: 1000, failing: failing))], hasFreeTier: false,
      assumed: try #require(Assumptions(texts)))
    var lines: [String: String] = [:]
    for line in estimate.jobs[0].lines where line.line.remark?.hasPrefix("as assumed") == true {
      let amount = line.amounts?.list.typical.description ?? "unpriced"
      lines["\(line.line.item.service) \(line.line.item.sku)"] =
        "\(line.line.quantity?.typical.description ?? "?") \(line.line.unit) \(amount)"
    }
    return lines
  }

  @Test("each thing is counted in its unit, by attempts and tasks, and priced where the book knows it")
  func google() throws {
    var job = Sample.job(.cloudRun, region: "europe-west1")
    job.resources.tasks = 4
    job.run.image = "europe-docker.pkg.dev/p/r/i:1"
    let found = try Self.lines(job, runs: 256, ["logs=1Mi", "egress=2Mi", "nat=3Mi", "image=512Mi"])
    #expect(
      found == [
        "logging ingest": "1 GiB 0.5", "network egress": "2 GiB 0.24", "cloud-nat data": "3 GiB 0.135",
        "artifact-registry storage": "0.5 GB-month 0.05",
      ])
    // Where the book has no price there is a line without one.
    job.target.region = "europe-north1"
    #expect(try Self.lines(job, runs: 256, ["egress=1Mi"]) == ["network egress": "1 GiB unpriced"])
    #expect(try Self.lines(job, runs: 256, []).isEmpty)
  }

  @Test("cheaper tiers of traffic hold only for what lies above their beginnings")
  func tiers() throws {
    let job = Sample.job(.cloudRun, region: "europe-west1")
    // 1024 at 0.12, 9216 at 0.11 and 1 at 0.085.
    #expect(try Self.lines(job, runs: 1, ["egress=10241Gi"]) == ["network egress": "10241 GiB 1136.725"])
  }

  @Test("functions and tasks of AWS likewise")
  func amazon() throws {
    var job = Sample.job(.lambda, region: "us-east-1")
    job.run.image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/i:1"
    #expect(
      try Self.lines(job, runs: 1024, ["logs=1Mi", "egress=1Mi", "nat=1Mi", "image=1Gi"]) == [
        "cloudwatch-logs ingest": "1 GB 0.5", "network egress": "1 GB unpriced", "nat-gateway data": "1 GB 0.045",
        "ecr storage": "1 GB-month 0.1",
      ])
    #expect(try Self.lines(Sample.job(.host), runs: 10, ["logs=1Gi", "egress=1Gi"]).isEmpty)
  }

  @Test("an image that several jobs run is kept once")
  func shared() throws {
    let jobs = ["a", "b"].map { name in
      Sample.job(.cloudRun, region: "europe-west1") {
        $0.name = name
        $0.run.image = "europe-docker.pkg.dev/p/r/i:1"
      }
    }
    let estimate = try Sample.estimate(
      jobs.map { ($0, Sample.profile(runs: 1, milliseconds: 1000)) }, assumed: try #require(Assumptions(["image=1Gi"])))
    #expect(estimate.jobs.map { job in job.lines.count { $0.line.item.sku == "storage" } } == [1, 0])
  }

  @Test("runs that events start cost what runs of a schedule do, but for the calls of the schedule")
  func events() throws {
    var job = Sample.job(.lambda, region: "eu-central-1")
    job.events = [Event(json: "{\"pubsub\":\"orders\"}")]
    let unknown = try Sample.estimate([(job, Sample.profile(runs: 10, milliseconds: 1000))])
    #expect(unknown.jobs[0].lines.contains { $0.line.item.sku == "event-runs" && $0.amounts == nil })
    let profile = RunProfile(
      scheduled: 10, eventRuns: 90, days: 30, length: RunProfile.Length(Spread(1000), .assumed))
    let known = try Sample.estimate([(job, profile)])
    #expect(
      known.jobs[0].usage.profile.runs == 100 && !known.jobs[0].lines.contains { $0.line.item.sku == "event-runs" })
    #expect(try Sample.line(known.jobs[0], "lambda request").line.quantity?.typical == Sample.number("100"))
    #expect(
      try Sample.line(known.jobs[0], "eventbridge-scheduler invocation").line.quantity?.typical == Sample.number("10"))
  }
}
