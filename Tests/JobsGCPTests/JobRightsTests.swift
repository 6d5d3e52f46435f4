import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest
import Testing

@testable import JobsGCP

@Suite struct JobRightsTests {
  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "nightly")
    job.tenant = "acme"
    job.env = "prod"
    job.target = Target(kind: .cloudRun, project: "acme-prod", region: "europe-west1")
    job.run.image = "europe-docker.pkg.dev/acme/jobs/report:1"
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix, timezone: "Europe/Berlin")]
    job.identity = "report@acme-prod.iam.gserviceaccount.com"
    change(&job)
    return job.filled
  }

  private static func words(_ job: Job) throws -> [String] {
    try JobRights(of: job).rights.map { "\($0.isOfCaller ? "calls" : "runs") \($0.account) \($0.role) \($0.resource)" }
  }

  @Test func `a job needs to read its secrets, and its caller to start it`() throws {
    let job = Self.job {
      $0.run.secrets = [
        Pair("A", "db-password:latest"), Pair("B", "projects/other/secrets/key:3"),
      ]
    }
    #expect(
      try Self.words(job) == [
        "runs report@acme-prod.iam.gserviceaccount.com roles/secretmanager.secretAccessor //secretmanager.googleapis.com/projects/acme-prod/secrets/db-password",
        "calls report@acme-prod.iam.gserviceaccount.com roles/run.invoker //run.googleapis.com/projects/acme-prod/locations/europe-west1/jobs/nightly",
        "runs report@acme-prod.iam.gserviceaccount.com roles/secretmanager.secretAccessor //secretmanager.googleapis.com/projects/other/secrets/key",
      ])
  }

  @Test func `who starts it is the one that it names, or the usual one where it has no identity`() throws {
    let named = try JobRights(
      of: Self.job { $0.annotations = [Pair("jobs/invoker", "call@acme-prod.iam.gserviceaccount.com")] })
    #expect(named.caller == "call@acme-prod.iam.gserviceaccount.com")
    let usual = try JobRights(of: Self.job { $0.identity = nil })
    #expect(usual.identity == nil && usual.caller == "jobs-invoker@acme-prod.iam.gserviceaccount.com")
    let alone = try JobRights(of: Self.job { $0.schedules = [] })
    #expect(alone.caller == nil && alone.rights.isEmpty)
    #expect(try JobRights(of: Self.job { $0.enabled = false }).caller == nil)
  }

  @Test func `a job without a project is refused`() {
    #expect(throws: ExpansionRefusal.self) { try JobRights(of: Self.job { $0.target.project = nil }) }
  }

  /// Whatever deploying grants is told, and nothing else.
  @Test func `the rights are those that deploying grants`() throws {
    let job = Self.job {
      $0.run.secrets = [Pair("A", "db-password:latest"), Pair("B", "api:1")]
    }
    let access = RunAccess(
      ResourceShape.cloudRunJob.wanted(try CloudRunJob(job).fields), project: "acme-prod")
    let rights = try JobRights(of: job).rights.filter { !$0.isOfCaller }
    #expect(rights.map(\.role) == access.grants.map(\.role))
    #expect(rights.map(\.sufficientRoles) == access.grants.map(\.sufficientRoles))
  }
}
