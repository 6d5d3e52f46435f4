import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

@Suite struct DeployerRightsTests {
  private static let project = "//cloudresourcemanager.googleapis.com/projects/acme-prod"
  private static let email = "report@acme-prod.iam.gserviceaccount.com"

  private static func words(_ job: Job) throws -> [String] {
    try DeployerRights(of: job).rights.map { "\($0.role) \($0.resource)" }
  }

  @Test func `a job with a schedule takes the roles that make both, and to act as its account`() throws {
    #expect(
      try Self.words(GoogleWorld.job { $0.run.image = "docker.io/library/busybox:1" }) == [
        "roles/cloudscheduler.admin \(Self.project)", "roles/iam.serviceAccountAdmin \(Self.project)",
        "roles/run.admin \(Self.project)",
        "roles/iam.serviceAccountUser //iam.googleapis.com/projects/acme-prod/serviceAccounts/\(Self.email)",
      ])
  }

  @Test func `a job that nothing starts takes no right to say who may`() throws {
    let rights = try DeployerRights(of: GoogleWorld.job { $0.schedules = [] }).rights
    let run = try #require(rights.first { $0.role == "roles/run.developer" })
    #expect(!run.permissions.contains("run.jobs.setIamPolicy") && run.permissions.contains("run.jobs.list"))
    #expect(run.sufficientRoles == ["roles/run.developer", "roles/run.admin", "roles/owner"])
    #expect(rights.contains { $0.role == "roles/cloudscheduler.viewer" }, "every plan looks for schedules")
  }

  @Test func `secrets, accounts and repositories are told where they are`() throws {
    let words = try Self.words(
      GoogleWorld.job {
        $0.identity = "report@other.iam.gserviceaccount.com"
        $0.run.secrets = [Pair("A", "db-password:latest"), Pair("B", "projects/other/secrets/key:3")]
      })
    for word in [
      "roles/iam.serviceAccountUser //iam.googleapis.com/projects/other/serviceAccounts/report@other.iam.gserviceaccount.com",
      "roles/secretmanager.admin //secretmanager.googleapis.com/projects/acme-prod/secrets/db-password",
      "roles/secretmanager.viewer //secretmanager.googleapis.com/projects/other/secrets/key",
      "roles/artifactregistry.reader //artifactregistry.googleapis.com/projects/acme/locations/europe/repositories/jobs",
    ] {
      #expect(words.contains(word), "\(words)")
    }
  }

  @Test func `a job without a project is refused`() {
    #expect(throws: ExpansionRefusal.self) { try DeployerRights(of: GoogleWorld.job { $0.target.project = nil }) }
    #expect(throws: ExpansionRefusal.self) { try DeployerRights(of: GoogleWorld.job { $0.target.kind = .ecs }) }
  }

  private static func full(_ change: (inout Job) -> Void = { _ in }) -> Job {
    GoogleWorld.job {
      $0.run.secrets = [Pair("A", "db-password:latest")]
      $0.events = [Event(json: #"{"pubsub":"orders"}"#)]
      $0.alerts = ["failed", "missed"].map { Alert(when: $0, route: "oncall") }
      change(&$0)
    }
  }

  /// Whatever the double knows of is taken away but what is told.
  @Test(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)"))
  func `with what is told, and nothing else, a job is made, changed and taken away`() async throws {
    var world = try #require(try GoogleWorld(apis: RunningDouble.eventful + ["artifactregistry"]))
    try #require(world.put(secret: "db-password", "s3cret"))
    try #require(
      world.double.putState(
        "monitoring", "projects/acme-prod/notificationChannels/1",
        #"{"type":"email","displayName":"oncall","labels":{"email_address":"a@acme.example"}}"#))
    let told = Set(try DeployerRights(of: Self.full()).rights.flatMap(\.permissions))
    let others = try Self.permissions(world).subtracting(told)
    #expect(others.count > 50 && others.contains("secretmanager.versions.access"))
    let list = others.sorted().map { "\"\($0)\"" }.joined(separator: ",")
    try #require(world.double.set(#"{"denied":[\#(list)]}"#))
    let first = try await world.apply([Self.full()])
    #expect(first.unknown.isEmpty && first.changes.count > 10)
    #expect(try await world.plan([Self.full()]).isEmpty)
    let other = Self.full {
      $0.run.args = ["--all"]
      $0.schedules[0].cron = "0 4 * * *"
      $0.paused = true
    }
    #expect(try await world.apply([other]).isEmpty == false)
    #expect(try await world.plan([other]).isEmpty)
    let gone = try world.expand([other]).map { Expansion(job: $0.job, owner: $0.owner, resources: []) }
    #expect(try await world.apply(of: gone).unknown.isEmpty)
    #expect(world.double.stateCount("run") == 0 && world.double.stateCount("cloudscheduler") == 0)
    let missing = try await JobsDeploy.World(world.providers).preflight(first.changes)
    #expect(missing.filter { $0.isCertain && $0.message.contains("permission") }.map(\.message) == [])
  }

  /// What the double asks for anywhere.
  private static func permissions(_ world: GoogleWorld) throws -> Set<String> {
    var names: Set<String> = []
    let reply = LoopbackClient(world.double.port("iam")).send(
      "POST", "/v1/permissions:queryTestablePermissions",
      ["Authorization: Bearer \(world.double.token())", "Content-Type: application/json"],
      body: #"{"fullResourceName":"\#(project)","pageSize":1000}"#)
    try #require(reply.status == 200 && reply.text("nextPageToken") == nil)
    while let name = reply.text("permissions.\(names.count).name") { names.insert(name) }
    return names
  }

  @Test func `each permission that a change calls for has a role`() throws {
    let rights = try DeployerRights(of: Self.full()).rights
    var needs = GoogleNeeds()
    for kind in GoogleID.Kind.allCases {
      needs.addReading(kind)
      for action in Change.Action.allCases {
        let fields = [("state", Resource.Value("PAUSED")), ("disabled", Resource.Value(false))].map {
          Change.Field(path: $0.0, applied: nil, live: nil, desired: $0.1, kind: .change)
        }
        let change = Change(id: "x", job: "j", action: action, fields: fields, precondition: "")
        needs.add(change, GoogleID(kind, "a/b"), [])
      }
    }
    for permission in needs.permissions {
      let role = try #require(PermissionRole.role(for: permission), "\(permission)")
      #expect(PermissionRole.roles(holding: [permission]).first == role)
    }
    #expect(rights.allSatisfy { !$0.permissions.isEmpty && $0.sufficientRoles.first == $0.role })
  }
}
