import JobsCloud
import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest
import JobsNet
import TestSupport

@testable import JobsGCP

/// One region of a project of the double, and what `apply` does there.
struct GoogleWorld {
  static let project = "acme-prod"
  static let region = "europe-west1"
  static let folder = "projects/\(project)/locations/\(region)/jobs"

  let double: RunningDouble
  let provider: GoogleProvider
  var applied = AppliedResources()

  /// nil where the double did not start.
  init?(_ arguments: [String] = [], apis: [String] = []) throws {
    guard let double = RunningDouble(apis: ["run", "cloudscheduler"] + apis, arguments) else {
      return nil
    }
    self.double = double
    let token = double.token()
    // The double's operations are done sooner than Google's.
    var clock = CallClock.system
    clock.sleep = { try await Task.sleep(for: $0 / 50) }
    let client = GoogleClient(
      try CurlTransport(), signer: BearerSigner(CredentialCache { AccessToken(token, expiry: nil) }),
      endpoints: try GoogleEndpoints(environment: double.environment), budget: RetryBudget(),
      clock: clock)
    provider = GoogleProvider(client, project: Self.project, region: Self.region, identity: "ci@acme.example")
  }

  static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "nightly")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: project, region: region)
    job.run.image = "europe-docker.pkg.dev/acme/jobs/report:1"
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix, timezone: "Europe/Berlin")]
    job.identity = "report@acme-prod.iam.gserviceaccount.com"
    change(&job)
    return job.filled
  }

  func plan(_ jobs: [Job]) async throws -> Plan {
    try Plan(jobs.map { try provider.expand($0) }, in: try await provider.survey(), applied: applied)
  }

  /// Carries a plan out as `apply` does, one change after the other.
  @discardableResult
  mutating func apply(_ jobs: [Job]) async throws -> Plan {
    let survey = try await provider.survey()
    let plan = try Plan(jobs.map { try provider.expand($0) }, in: survey, applied: applied)
    let live = Dictionary(uniqueKeysWithValues: survey.owned.map { ($0.id, $0.fields) })
    for change in plan.changes {
      try await provider.perform(change)
      applied[change.id] = change.action == .delete ? nil : change.result(over: live[change.id] ?? [])
    }
    return plan
  }
}
