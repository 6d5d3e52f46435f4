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

  static let secrets = ["db-password", "tls"]

  let double: RunningDouble
  let provider: GoogleProvider
  let projectProvider: GoogleProjectProvider
  var applied = AppliedResources()

  /// - Parameter pubsub: Google's emulator of Pub/Sub, `HOST:PORT`, in the stead of the double's.
  /// - Returns: nil where the double did not start.
  init?(_ arguments: [String] = [], apis: [String] = [], pubsub: String? = nil) throws {
    guard
      let double = RunningDouble(
        apis: RunningDouble.deployed + apis, arguments)
    else {
      return nil
    }
    self.double = double
    let token = double.token()
    // The double's operations are done sooner than Google's.
    var clock = CallClock.system
    clock.sleep = { try await Task.sleep(for: $0 / 50) }
    var environment = double.environment
    if let pubsub {
      environment[GoogleAPI.pubsub.overrideVariable] = nil
      environment["PUBSUB_EMULATOR_HOST"] = pubsub
    }
    let client = GoogleClient(
      try CurlTransport(), signer: BearerSigner(CredentialCache { AccessToken(token, expiry: nil) }),
      endpoints: try GoogleEndpoints(environment: environment), budget: RetryBudget(),
      clock: clock)
    let accounts = NewAccounts()
    provider = GoogleProvider(
      client, project: Self.project, region: Self.region, identity: "ci@acme.example", newAccounts: accounts)
    projectProvider = GoogleProjectProvider(
      client, project: Self.project, identity: "ci@acme.example", newAccounts: accounts)
    for name in Self.secrets {
      _ = double.putState(
        "secretmanager", "projects/\(Self.project)/secrets/\(name)", #"{"replication":{"automatic":{}}}"#)
    }
  }

  /// Gives the project a secret with a value.
  func put(secret name: String, _ value: String) -> Bool {
    let full = "projects/\(Self.project)/secrets/\(name)"
    guard double.putState("secretmanager", full, #"{"replication":{"automatic":{}}}"#) else { return false }
    let body = #"{"payload":{"data":"\#(Base64.encode(Array(value.utf8)))"}}"#
    return LoopbackClient(double.port("secretmanager")).send(
      "POST", "/v1/\(full):addVersion",
      ["Authorization: Bearer \(double.token())", "Content-Type: application/json"], body: body
    ).status == 200
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

  var providers: [any Provider] { [projectProvider, provider] }

  func expand(_ jobs: [Job]) throws -> [Expansion] {
    try jobs.flatMap { job in try providers.filter { $0.takes(job) }.map { try $0.expand(job) } }
  }

  /// What there is, looked at for some jobs, or for all that was ever applied.
  func survey(for jobs: [Job], isWhole: Bool = false) async throws -> Survey {
    try await survey(of: try expand(jobs), isWhole: isWhole)
  }

  func survey(of expansions: [Expansion], isWhole: Bool = false) async throws -> Survey {
    let noted = Set(applied.fields.keys)
    let wanted = Set(expansions.flatMap { $0.resources.map(\.id) }).union(isWhole ? noted : [])
    return try await JobsDeploy.World(providers).survey(heeding: Survey.Focus(wanted: wanted, noted: noted))
      .attributed(by: applied)
  }

  func plan(_ jobs: [Job], scope: Plan.Scope = .manifests) async throws -> Plan {
    try await plan(of: try expand(jobs), scope: scope)
  }

  func plan(of expansions: [Expansion], scope: Plan.Scope = .manifests) async throws -> Plan {
    try Plan(expansions, in: try await survey(of: expansions), applied: applied, scope: scope)
  }

  /// Carries a plan out as `apply` does, one change after the other.
  @discardableResult
  mutating func apply(_ jobs: [Job]) async throws -> Plan { try await apply(of: try expand(jobs)) }

  @discardableResult
  mutating func apply(of expansions: [Expansion]) async throws -> Plan {
    let survey = try await survey(of: expansions)
    let plan = try Plan(expansions, in: survey, applied: applied)
    try await carryOut(plan.changes, in: survey)
    return plan
  }

  mutating func carryOut(_ changes: [Change], in survey: Survey) async throws {
    let live = Dictionary(uniqueKeysWithValues: survey.owned.map { ($0.id, $0.fields) })
    for change in changes {
      try await JobsDeploy.World(providers).provider(of: change.id).perform(change)
      applied[change.id] = change.action == .delete ? nil : change.result(over: live[change.id] ?? [])
    }
  }

  // MARK: Policies

  /// What has a policy, as a path of its API.
  enum Place: String, Sendable {
    case job = "v2/projects/acme-prod/locations/europe-west1/jobs/nightly"
    case secret = "v1/projects/acme-prod/secrets/db-password"
    case project = "v3/projects/acme-prod"

    var api: String { self == .job ? "run" : self == .secret ? "secretmanager" : "cloudresourcemanager" }
  }

  /// The bindings of a policy as the service has them, such as `roles/run.invoker serviceAccount:a@b`, with a `?` behind
  /// those with a condition.
  func bindings(_ place: Place) -> [String] {
    let reply =
      place == .project
      ? call("POST", place, "getIamPolicy", #"{"options":{"requestedPolicyVersion":3}}"#)
      : call("GET", place, "getIamPolicy?options.requestedPolicyVersion=3")
    var lines: [String] = []
    while let role = reply.text("bindings.\(lines.count).role") {
      let at = "bindings.\(lines.count)"
      let members = reply.text("\(at).members")?.filter { !"[]\" \n".contains($0) } ?? ""
      lines.append("\(role) \(members)\(reply.text("\(at).condition") == nil ? "" : " ?")")
    }
    return lines
  }

  /// Writes a policy as somebody else might, over whatever is there.
  func setBindings(_ place: Place, _ json: String) -> Bool {
    call("POST", place, "setIamPolicy", #"{"policy":{"version":3,"bindings":\#(json)}}"#).status == 200
  }

  private func call(_ method: String, _ place: Place, _ verb: String, _ body: String = "") -> LoopbackReply {
    LoopbackClient(double.port(place.api)).send(
      method, "/\(place.rawValue):\(verb)",
      ["Authorization: Bearer \(double.token())", "Content-Type: application/json"], body: body)
  }
}
