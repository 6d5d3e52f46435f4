import JobsCron
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsGCP

/// What a job's `alerts` become.
@Suite struct JobAlertsTests {
  private static func job(_ whens: [String], _ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "nightly")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: "acme-prod", region: "europe-west1")
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix)]
    job.alerts = whens.map { Alert(when: $0, route: "oncall") }
    job.expect = JobsManifest.Expectation(durationSeconds: 200, p90Seconds: 540)
    change(&job)
    return job.filled
  }

  private static let condition = "conditions[0].conditionThreshold"

  @Test(arguments: [
    (
      "failed", #"metric.type = "run.googleapis.com/job/completed_execution_count""#,
      #"metric.labels.result = "failed""#, "0s", "ALIGN_SUM"
    ),
    (
      "succeeded", #"metric.type = "run.googleapis.com/job/completed_execution_count""#,
      #"metric.labels.result = "succeeded""#, "0s", "ALIGN_SUM"
    ),
    (
      "long", #"metric.type = "run.googleapis.com/job/running_executions""#,
      #"resource.labels.location = "europe-west1""#, "540s", "ALIGN_MAX"
    ),
    (
      "missed", #"metric.type = "logging.googleapis.com/user/jobs.europe-west1.nightly.missed""#,
      #"resource.type = "cloud_scheduler_job""#, "0s", "ALIGN_SUM"
    ),
  ])
  func `each event that Cloud Monitoring can tell is a policy`(
    _ when: String, _ metric: String, _ restriction: String, _ duration: String, _ aligner: String
  ) throws {
    let alerts = try JobAlerts(Self.job([when]), project: "acme-prod")
    #expect(alerts.losses.isEmpty)
    let policy = try #require(
      alerts.resources.first { $0.id == "gcp.alert/acme-prod/global/europe-west1/nightly/\(when)" })
    let filter = try #require(policy.fields["\(Self.condition).filter"]?.text)
    #expect(filter.contains(metric) && filter.contains(restriction))
    #expect(filter.contains(#"resource.labels.job_name = "nightly""#) == (when != "missed"))
    #expect(policy.fields["\(Self.condition).duration"]?.text == duration)
    #expect(policy.fields["\(Self.condition).aggregations[0].perSeriesAligner"]?.text == aligner)
    #expect(policy.fields["routes"] == Resource.Value(["oncall"]) && !policy.isShareable)
    #expect(policy.dependencies.first == "gcp.run/acme-prod/europe-west1/nightly")
    #expect(alerts.resources.count == (when == "missed" ? 2 : 1))
    #expect(ResourceShape.alertPolicy.wanted(policy.fields) == policy.fields)
  }

  @Test func `a start that failed is counted from what Cloud Scheduler writes of all schedules`() throws {
    let job = Self.job(["missed"]) { $0.schedules.append(Schedule(cron: "0 9 * * 1", dialect: .unix)) }
    let resources = try JobAlerts(job, project: "acme-prod").resources
    let metric = try #require(
      resources.first { $0.id == "gcp.log.metric/acme-prod/global/europe-west1/nightly/missed" })
    let filter = try #require(metric.fields["filter"]?.text)
    #expect(filter.contains(#"(resource.labels.job_id="nightly" OR resource.labels.job_id="nightly_2")"#))
    #expect(filter.contains("AttemptFinished") && filter.contains("severity>=ERROR"))
    #expect(resources.last?.dependencies.contains(metric.id) == true)
  }

  @Test func `routes of one event are told by one policy, each once`() throws {
    let job = Self.job([]) {
      $0.alerts = ["b", "a", "b"].map { Alert(when: "failed", route: $0) } + [Alert(when: "succeeded", route: "c")]
    }
    let resources = try JobAlerts(job, project: "acme-prod").resources
    #expect(resources.map { $0.fields["routes"] } == [Resource.Value(["a", "b"]), Resource.Value(["c"])])
  }

  @Test(arguments: [
    ("late", "no due times"), ("recovered", "an incident closes"),
  ])
  func `what Cloud Monitoring cannot tell is said`(_ when: String, _ words: String) throws {
    let alerts = try JobAlerts(Self.job([when, "failed"]), project: "acme-prod")
    #expect(alerts.resources.count == 1 && alerts.losses.count == 1 && alerts.losses[0].contains(words))
  }

  @Test(arguments: [
    (JobsManifest.Expectation?.none, "without 'expect'"), (JobsManifest.Expectation(p90Seconds: 84_541), "23h29m"),
    (JobsManifest.Expectation(durationSeconds: 0), "23h29m"),
  ])
  func `how long is too long has to be known and not too long`(_ expect: JobsManifest.Expectation?, _ words: String)
    throws
  {
    let alerts = try JobAlerts(Self.job(["long"]) { $0.expect = expect }, project: "acme-prod")
    #expect(alerts.resources.isEmpty && alerts.losses.count == 1 && alerts.losses[0].contains(words))
  }

  @Test(arguments: [(1, "60s"), (60, "60s"), (61, "120s"), (84_540, "84540s")])
  func `a limit is whole minutes`(_ seconds: Int, _ duration: String) throws {
    let job = Self.job(["long"]) { $0.expect = JobsManifest.Expectation(durationSeconds: seconds) }
    let policy = try #require(try JobAlerts(job, project: "acme-prod").resources.first)
    #expect(policy.fields["\(Self.condition).duration"]?.text == duration)
  }

  @Test func `what nothing starts cannot be missed`() throws {
    for job in [Self.job(["missed"]) { $0.schedules = [] }, Self.job(["missed"]) { $0.enabled = false }] {
      let alerts = try JobAlerts(job, project: "acme-prod")
      #expect(alerts.resources.isEmpty && alerts.losses.first?.contains("nothing starts") == true)
    }
  }

  @Test func `a job that labels cannot name, and more routes than a policy tells, are refused`() {
    #expect(throws: ExpansionRefusal.self) {
      try JobAlerts(Self.job(["failed"]) { $0.tenant = "Acme GmbH" }, project: "acme-prod")
    }
    let many = Self.job([]) { $0.alerts = (0..<17).map { Alert(when: "failed", route: "route-\($0)") } }
    #expect(throws: ExpansionRefusal.self) { try JobAlerts(many, project: "acme-prod") }
  }

  @Test(arguments: [
    ("jobs.europe-west1.nightly.failed", true), ("jobs.europe-west1.nightly", false),
    ("jobs.europe-west1..failed", false), ("europe-west1.nightly.failed", false),
    ("jobs.europe-west1.nightly.tired", false), ("jobs.a.b.failed.c", false),
  ])
  func `a metric's name says whose it is`(_ name: String, _ isOurs: Bool) {
    #expect(AlertName(metric: name).map(\.metric) == (isOurs ? name : nil))
  }
}
