import JobsCloud
import JobsCore
import JobsNet
import TestSupport
import Testing

@testable import JobsGCP

@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleIdentityTests {
  private static let project = "projects/acme-prod"
  private static let account = "report@acme-prod.iam.gserviceaccount.com"

  private let double: RunningDouble
  private let client: GoogleClient

  init() throws {
    double = try #require(RunningDouble(apis: ["iam"]))
    let token = double.token()
    var clock = CallClock.system
    clock.sleep = { _ in }
    client = GoogleClient(
      try CurlTransport(), signer: BearerSigner(CredentialCache { AccessToken(token, expiry: nil) }),
      endpoints: try GoogleEndpoints(environment: double.environment), budget: RetryBudget(), clock: clock)
  }

  private func all(_ roles: RoleService, of parent: String, withDeleted: Bool = false) async throws -> [Role] {
    var found: [Role] = []
    try await roles.roles(of: parent, withDeleted: withDeleted) { found.append($0) }
    return found
  }

  @Test(arguments: [project, "organizations/123"])
  func `a role is made, changed, deleted and had back, and each reading tells its state`(_ parent: String) async throws
  {
    #expect(double.set(#"{"pageLimit":1,"emptyPages":true}"#))
    let roles = RoleService(client)
    let wanted = Role(title: "Runner", permissions: ["run.jobs.run", "run.jobs.get"], stage: "ALPHA")
    var role = try await roles.create("jobRunner", in: parent, wanted)
    #expect(role.name == "\(parent)/roles/jobRunner" && role.says(whatOf: wanted))
    _ = try await roles.create("other", in: parent, wanted)
    #expect(try await all(roles, of: parent).map(\.permissions) == Array(repeating: wanted.permissions, count: 2))

    role.permissions = ["run.jobs.list"]
    role.stage = "DISABLED"
    let changed = try await roles.update(role)
    #expect(changed.says(whatOf: role) && changed.etag != role.etag)
    #expect(try await roles.role(role.name) == changed)

    let deleted = try await roles.delete(changed)
    #expect(deleted.isDeleted)
    #expect(try await all(roles, of: parent).map(\.name) == ["\(parent)/roles/other"])
    #expect(try await all(roles, of: parent, withDeleted: true).filter(\.isDeleted) == [deleted])
    let failure = await #expect(throws: CloudFailure.self) { try await roles.create("jobRunner", in: parent, wanted) }
    #expect(failure?.cause == .precondition)
    let restored = try await roles.undelete(deleted)
    #expect(restored.says(whatOf: role))
    #expect(try await roles.role("\(parent)/roles/none") == nil)
  }

  @Test func `what somebody else wrote meanwhile is not written over`() async throws {
    let roles = RoleService(client)
    let read = try await roles.create("jobRunner", in: Self.project, Role(title: "Runner", permissions: []))
    var other = read
    other.permissions = ["run.jobs.list"]
    _ = try await roles.update(other)
    var mine = read
    mine.title = "Mine"
    let failures = [
      await #expect(throws: CloudFailure.self) { try await roles.update(mine) },
      await #expect(throws: CloudFailure.self) { try await roles.delete(read) },
    ]
    #expect(failures.map { $0?.cause } == [.changedMeanwhile, .changedMeanwhile])
    #expect(try await roles.role(read.name)?.permissions == ["run.jobs.list"])
  }

  @Test(arguments: ["patch", "delete", "undelete"])
  func `an answer that is lost is no failure, and nothing is done twice`(_ verb: String) async throws {
    let roles = RoleService(client)
    var role = try await roles.create("jobRunner", in: Self.project, Role(title: "Runner", permissions: []))
    if verb == "undelete" { role = try await roles.delete(role) }
    role.title = "Night"
    #expect(double.fault(#"{"reset":"after","match":"iam.projects.roles.\#(verb)"}"#))
    switch verb {
    case "patch": #expect(try await roles.update(role).title == "Night")
    case "delete": #expect(try await roles.delete(role).isDeleted)
    default: #expect(try await !roles.undelete(role).isDeleted)
    }
    #expect(double.count("iam.projects.roles.\(verb)") == 2)
  }

  @Test func `a role of Google's own is read by its name`() async throws {
    #expect(
      double.putState(
        "iam", "roles/run.viewer", #"{"title":"Viewer","stage":"GA","includedPermissions":["run.jobs.get"]}"#))
    #expect(try await RoleService(client).role("roles/run.viewer")?.permissions == ["run.jobs.get"])
  }

  private func put(_ key: String, _ json: String) {
    let account = "\(Self.project)/serviceAccounts/\(Self.account)"
    #expect(double.putState("iam", account, #"{"email":"\#(Self.account)"}"#))
    #expect(double.putState("iam", "\(account)/keys/\(key)", json))
  }

  @Test func `keys tell who keeps them, since when they serve and until when, and why one is disabled`() async throws {
    put(
      "aa",
      """
      {"keyType":"USER_MANAGED","keyOrigin":"USER_PROVIDED","validAfterTime":"2026-01-02T03:04:05Z",
      "validBeforeTime":"2027-01-02T03:04:05Z"}
      """)
    put(
      "bb",
      """
      {"keyType":"USER_MANAGED","keyOrigin":"GOOGLE_PROVIDED","validBeforeTime":"9999-12-31T23:59:59Z","disabled":true,
      "disableReason":"SERVICE_ACCOUNT_KEY_DISABLE_REASON_EXPOSED"}
      """)
    let keys = AccountKeyService(client, project: "acme-prod")
    let found = try await keys.keys(of: Self.account)
    #expect(found.map(\.id) == ["aa", "bb"] && found.allSatisfy { $0.account == Self.account && $0.manager == .user })
    #expect(found.map(\.isUploaded) == [true, false] && found.map(\.isDisabled) == [false, true])
    #expect(found[0].created == Instant(rfc3339: "2026-01-02T03:04:05Z"))
    #expect(found.map(\.expiry) == [Instant(rfc3339: "2027-01-02T03:04:05Z"), nil])
    #expect(found.map(\.disableReason) == [nil, "EXPOSED"])
    #expect(try await keys.keys(of: Self.account, nil).map(\.manager) == [.user, .user, .system])
  }

  @Test func `a key is disabled, enabled and deleted, and nothing else is touched`() async throws {
    put("aa", #"{"keyType":"USER_MANAGED"}"#)
    put("bb", #"{"keyType":"USER_MANAGED"}"#)
    let keys = AccountKeyService(client, project: "acme-prod")
    try await keys.set("aa", of: Self.account, isDisabled: true)
    #expect(try await keys.key("aa", of: Self.account)?.disableReason == "USER_INITIATED")
    #expect(try await keys.key("bb", of: Self.account)?.isDisabled == false)
    try await keys.set("aa", of: Self.account, isDisabled: false)
    #expect(try await keys.key("aa", of: Self.account)?.isDisabled == false)
    try await keys.delete("aa", of: Self.account)
    #expect(try await keys.key("aa", of: Self.account) == nil)
    #expect(try await keys.keys(of: Self.account).map(\.id) == ["bb"])
  }

  @Test(arguments: [
    ("iam.roles.list", "roles/iam.roleViewer"), ("iam.serviceAccountKeys.list", "roles/iam.serviceAccountViewer"),
  ])
  func `what may not be read says which role lets one`(_ permission: String, _ role: String) async throws {
    put("aa", #"{"keyType":"USER_MANAGED"}"#)
    #expect(double.set(#"{"denied":["\#(permission)"]}"#))
    let failure = await #expect(throws: CloudFailure.self) {
      _ = try await AccountKeyService(client, project: "acme-prod").keys(of: Self.account)
      _ = try await all(RoleService(client), of: Self.project)
    }
    #expect(failure?.cause == .missingPermission(permission) && failure?.fault.hint?.contains(role) == true)
  }
}
