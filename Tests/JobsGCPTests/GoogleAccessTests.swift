import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

/// What a job needs beside itself: its accounts, who may start it, and the secrets that they may read.
@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleAccessTests {
  private typealias World = GoogleWorld

  private static let email = "report@acme-prod.iam.gserviceaccount.com"
  private static let member = "serviceAccount:\(email)"
  private static let accountID = "gcp.account/acme-prod/global/report"
  private static let accountName = "projects/acme-prod/serviceAccounts/\(email)"
  private static let accessorID = "gcp.secret.accessor/acme-prod/global/db-password/\(email)"
  private static let invokerID = "gcp.run.invoker/acme-prod/europe-west1/nightly/\(email)"
  private static let runID = "gcp.run/acme-prod/europe-west1/nightly"
  private static let scheduleID = "gcp.scheduler/acme-prod/europe-west1/nightly"
  private static let invoker = "roles/run.invoker \(member)"
  private static let accessor = "roles/secretmanager.secretAccessor \(member)"

  /// A job that reads a secret.
  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    World.job {
      $0.run.secrets = [Pair("PASSWORD", "db-password:1")]
      change(&$0)
    }
  }

  private static func lines(_ changes: [Change]) -> [String] {
    changes.map { "\($0.action) \($0.id.prefix { $0 != "/" })" }
  }

  // MARK: Conformance

  @Test func `account, access and the right to start are made in their order, and left alone`() async throws {
    var world = try #require(try World())
    let plan = try await world.apply([Self.job()])
    #expect(
      Self.lines(plan.changes) == [
        "create gcp.account", "create gcp.secret.accessor", "create gcp.run", "create gcp.run.invoker",
        "create gcp.scheduler",
      ])
    #expect(plan.changes[2].after == [Self.accountID, Self.accessorID])
    #expect(world.bindings(.job) == [Self.invoker] && world.bindings(.secret) == [Self.accessor])
    #expect(world.double.state("iam", Self.accountName).text("displayName") == "Jobs of acme/prod")
    world.double.forgetRequests()
    let again = try await world.plan([Self.job()])
    #expect(again.isEmpty && again.settled.count == 5)
    // A list of accounts, and a policy for each right: the project's own is not asked for.
    #expect(world.double.count("iam.*") == 1 && world.double.count("*.getIamPolicy") == 2)
  }

  @Test func `an account's fields are drift where somebody changed them, and mended`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job()])
    for (patch, field) in [(#"{"displayName":"Mine"}"#, "displayName"), (#"{"disabled":true}"#, "disabled")] {
      #expect(world.double.patchState("iam", Self.accountName, patch))
      let plan = try await world.plan([Self.job()])
      #expect(plan.drifted.map(\.id) == [Self.accountID] && plan.drifted[0].fields.map(\.path) == [field])
      try await world.apply([Self.job()])
      #expect(try await world.plan([Self.job()]).isEmpty)
    }
  }

  @Test func `a right that somebody took away is drift, and granted again`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job()])
    #expect(world.setBindings(.job, "[]") && world.setBindings(.secret, "[]"))
    let drift = try await world.plan([Self.job()], scope: .drift)
    #expect(Self.lines(drift.changes) == ["create gcp.run.invoker", "create gcp.secret.accessor"])
    #expect(drift.drifted.count == 2)
    try await world.apply([Self.job()])
    #expect(world.bindings(.job) == [Self.invoker] && world.bindings(.secret) == [Self.accessor])
  }

  @Test func `several jobs share an account and its access`() async throws {
    var world = try #require(try World())
    let jobs = [Self.job(), Self.job { $0.name = "weekly" }]
    let plan = try await world.apply(jobs)
    #expect(plan.changes.count { $0.id == Self.accountID } == 1 && plan.changes.count { $0.id == Self.accessorID } == 1)
    #expect(plan.changes.count == 8)
    #expect(try await world.plan(jobs).isEmpty)
    // Of one job alone the other's account is wanted as well, and its own rights are left.
    #expect(try await world.plan([Self.job { $0.name = "weekly" }]).isEmpty)
  }

  @Test func `who may start a job follows its schedule and its caller`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job()])
    let other = Self.job { $0.annotations = [Pair("jobs/invoker", "starter@acme-dev.iam.gserviceaccount.com")] }
    let plan = try await world.apply([other])
    #expect(
      Self.lines(plan.changes) == [
        "create gcp.run.invoker", "update gcp.scheduler", "delete gcp.run.invoker",
      ])
    #expect(world.bindings(.job) == ["roles/run.invoker serviceAccount:starter@acme-dev.iam.gserviceaccount.com"])
    // The account of another project is used, and not made.
    #expect(world.double.stateCount("iam") == 1)
  }

  // MARK: What others made

  @Test func `an account that others made is used as it is`() async throws {
    var world = try #require(try World())
    #expect(
      world.double.putState(
        "iam", Self.accountName,
        #"{"email":"\#(Self.email)","projectId":"acme-prod","uniqueId":"1","displayName":"By Terraform"}"#))
    let plan = try await world.apply([Self.job()])
    #expect(plan.satisfied == [Self.accountID] && plan.collisions.isEmpty && plan.foreign == 0)
    #expect(world.double.state("iam", Self.accountName).text("displayName") == "By Terraform")
    #expect(try await world.survey(for: [], isWhole: true).owned.allSatisfy { $0.id != Self.accountID })
  }

  @Test func `a right that others granted does as well, and is never taken away`() async throws {
    var world = try #require(try World())
    try await world.apply([Self.job()])
    // Whoever has no note of a grant has not made it.
    world.applied = AppliedResources()
    let plan = try await world.plan([Self.job()])
    #expect(plan.isEmpty && Set(plan.satisfied) == [Self.accessorID, Self.invokerID])
    try await world.apply([Self.job { $0.schedules = [] }])
    #expect(world.bindings(.job) == [Self.invoker])
  }

  @Test func `a role on the project does as well, and one with a condition does not`() async throws {
    var world = try #require(try World())
    let member = Self.member
    #expect(
      world.setBindings(
        .project,
        """
        [{"role":"roles/run.developer","members":["\(member)"]},{"role":"roles/secretmanager.secretAccessor",
        "members":["\(member)"],"condition":{"title":"office","expression":"request.time.getHours() < 18"}}]
        """))
    let plan = try await world.apply([Self.job()])
    #expect(plan.satisfied == [Self.invokerID])
    #expect(world.bindings(.job).isEmpty && world.bindings(.secret) == [Self.accessor])
    #expect(try await world.plan([Self.job()]).isEmpty)
  }

  @Test func `other members and conditions of a policy stay as they are`() async throws {
    var world = try #require(try World())
    let others = """
      [{"role":"roles/secretmanager.secretAccessor","members":["user:ann@acme.example"]},
      {"role":"roles/secretmanager.secretAccessor","members":["\(Self.member)"],
      "condition":{"title":"until","expression":"request.time < timestamp('2027-01-01T00:00:00Z')"}},
      {"role":"roles/secretmanager.viewer","members":["group:dev@acme.example"]}]
      """
    #expect(world.setBindings(.secret, others))
    let before = world.bindings(.secret)
    try await world.apply([Self.job()])
    let with = before.filter { !$0.contains("user:ann") } + ["\(before[0]),\(Self.member)"]
    #expect(before.count == 3 && Set(world.bindings(.secret)) == Set(with))
    let survey = try await world.survey(for: [], isWhole: true)
    let stray = try #require(survey.owned.first { $0.id == Self.accessorID })
    try await world.carryOut(
      [Change(id: stray.id, job: stray.owner, action: .delete, fields: [], precondition: stray.precondition)],
      in: survey)
    #expect(Set(world.bindings(.secret)) == Set(before))
  }

  @Test func `what somebody else grants between plan and act is not taken for ours`() async throws {
    var world = try #require(try World())
    let survey = try await world.survey(for: [Self.job()])
    let plan = try await world.plan([Self.job()])
    let at = try #require(plan.changes.firstIndex { $0.id == Self.invokerID })
    try await world.carryOut(Array(plan.changes[..<at]), in: survey)
    #expect(world.setBindings(.job, #"[{"role":"roles/run.invoker","members":["\#(Self.member)"]}]"#))
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(plan.changes[at]) }
    #expect(failure?.message.contains("somebody else granted 'roles/run.invoker'") == true)
    #expect(try await world.plan([Self.job()]).satisfied == [Self.invokerID])
  }

  // MARK: Races and lost answers

  @Test func `rights on one secret that are granted at once do not turn each other away`() async throws {
    let world = try #require(try World())
    let grants = (0..<12).map { Grant(.accessor, on: "db-password", to: "job-\($0)@acme-dev.iam.gserviceaccount.com") }
    let provider = world.projectProvider
    try await withThrowingTaskGroup(of: Void.self) { group in
      for grant in grants {
        let fields = grant.fields(owner: "acme/prod/*").map {
          Change.Field(path: $0.name, applied: nil, live: nil, desired: $0.value, kind: .change)
        }
        let change = Change(
          id: grant.id.text(in: provider.place), job: "acme/prod/*", action: .create, fields: fields,
          precondition: LiveResource.absent)
        group.addTask { try await provider.perform(change) }
      }
      try await group.waitForAll()
    }
    #expect(world.double.count("secretmanager.*.setIamPolicy") == grants.count)
    #expect(grants.allSatisfy { grant in world.bindings(.secret).contains { $0.contains(grant.member) } })
  }

  @Test(arguments: [
    #"{"code":409,"status":"ABORTED","times":3,"match":"*.setIamPolicy"}"#,
    #"{"reset":"after","times":2,"match":"*.setIamPolicy"}"#,
    #"{"reset":"before","times":1,"match":"*.setIamPolicy"}"#,
    #"{"reset":"after","times":1,"match":"iam.projects.serviceAccounts.create"}"#,
    #"{"code":503,"times":2,"match":"*.getIamPolicy"}"#,
  ])
  func `nothing is lost or made twice where others write and answers get lost`(_ fault: String) async throws {
    var world = try #require(try World())
    #expect(world.double.fault(fault))
    try await world.apply([Self.job()])
    #expect(world.double.stateCount("iam") == 1)
    #expect(world.bindings(.job) == [Self.invoker] && world.bindings(.secret) == [Self.accessor])
    #expect(try await world.plan([Self.job()]).isEmpty)
  }

  @Test func `a policy that is always written by somebody else is given up`() async throws {
    var world = try #require(try World())
    #expect(world.double.fault(#"{"code":409,"status":"ABORTED","times":100,"match":"secretmanager.*.setIamPolicy"}"#))
    await #expect(throws: Failure.self) { try await world.apply([Self.job()]) }
    #expect(world.double.stateCount("run") == 0)
    #expect(world.double.count("secretmanager.*.setIamPolicy") < 10)
  }

  @Test(arguments: [
    (
      "run.projects.locations.jobs.setIamPolicy", 400, "INVALID_ARGUMENT",
      "Service account \(email) does not exist."
    ),
    ("run.projects.locations.jobs.create", 403, "PERMISSION_DENIED", "\(email) may not exist, or is not to be used"),
    ("cloudscheduler.projects.locations.jobs.create", 404, "NOT_FOUND", "Requested entity was not found."),
  ])
  func `an account that is not known everywhere yet is waited for`(
    _ method: String, _ code: Int, _ status: String, _ message: String
  ) async throws {
    var world = try #require(try World())
    let fault = #"{"code":\#(code),"status":"\#(status)","message":"\#(message)","times":2,"match":"\#(method)"}"#
    #expect(world.double.fault(fault))
    try await world.apply([Self.job()])
    #expect(try await world.plan([Self.job()]).isEmpty)
    // One that has been there for long is not waited for.
    var later = try #require(try World())
    #expect(
      later.double.putState("iam", Self.accountName, #"{"email":"\#(Self.email)","projectId":"acme-prod"}"#))
    #expect(later.double.fault(fault))
    await #expect(throws: Failure.self) { try await later.apply([Self.job()]) }
  }

  // MARK: Out of use

  private func pruning(_ world: World, _ jobs: [Job], on today: CivilDate) async throws -> (Pruning, Survey) {
    let survey = try await world.survey(for: jobs, isWhole: true)
    let wanted = Set(try world.expand(jobs).flatMap { $0.resources.map(\.id) })
    let pruning = Pruning(
      survey.owned.filter { !wanted.contains($0.id) }, in: survey, applied: world.applied, days: 30, today: today
    ) { resource in
      world.providers.first { $0.owns(resource.id) }?.quarantine(resource, on: today)
    }
    return (pruning, survey)
  }

  @Test func `a job goes out of use with its rights, comes back, and goes with its account in the end`() async throws {
    var world = try #require(try World())
    let (day, later) = (try #require(CivilDate(text: "2026-11-21")), try #require(CivilDate(text: "2026-12-21")))
    let jobs = [Self.job(), World.job { $0.name = "weekly" }]
    try await world.apply(jobs)
    // What another job needs stays.
    let (first, _) = try await pruning(world, [jobs[0]], on: day)
    #expect(!first.changes.contains { $0.id == Self.accountID || $0.id == Self.accessorID })
    let (out, survey) = try await pruning(world, [], on: day)
    #expect(
      Set(Self.lines(out.changes)) == [
        "quarantine gcp.account", "quarantine gcp.run", "quarantine gcp.scheduler", "delete gcp.run.invoker",
        "delete gcp.secret.accessor",
      ])
    try await world.carryOut(out.changes, in: survey)
    #expect(world.bindings(.job).isEmpty && world.bindings(.secret).isEmpty)
    #expect(world.double.state("iam", Self.accountName).text("disabled") == "true")
    try await world.apply(jobs)
    #expect(try await world.plan(jobs).isEmpty)
    #expect(world.bindings(.job) == [Self.invoker] && world.bindings(.secret) == [Self.accessor])
    #expect(world.double.state("iam", Self.accountName).text("disabled") != "true")
    for today in [day, later] {
      let (changes, survey) = try await pruning(world, [], on: today)
      try await world.carryOut(changes.changes, in: survey)
    }
    for api in ["iam", "run", "cloudscheduler"] { #expect(world.double.stateCount(api) == 0, "\(api)") }
  }

  // MARK: What may not be seen

  @Test(arguments: [
    (["iam.serviceAccounts.list"], [accountID]),
    (["secretmanager.secrets.getIamPolicy"], [accessorID]),
    (["resourcemanager.projects.getIamPolicy", "run.jobs.setIamPolicy"], [invokerID]),
  ])
  func `what may not be looked at is said, and taken as it is`(_ denied: [String], _ unknown: [String]) async throws {
    let world = try #require(try World(denied.flatMap { ["--deny", $0] }))
    let plan = try await world.plan([Self.job()])
    #expect(plan.unknown.map(\.id) == unknown && plan.changes.count == 4)
    #expect(plan.unknown.allSatisfy { $0.hint != nil && $0.reason.contains("missing") })
  }

  @Test func `who may grant need not see the project's policy`() async throws {
    var world = try #require(try World(["--deny", "resourcemanager.projects.getIamPolicy"]))
    #expect(try await world.apply([Self.job()]).unknown.isEmpty)
    #expect(world.bindings(.job) == [Self.invoker])
  }

  @Test func `what has to be granted, and may not be, is named first`() async throws {
    let world = try #require(
      try World(
        [
          "--deny", "iam.serviceAccounts.create", "--deny", "secretmanager.secrets.setIamPolicy", "--deny",
          "run.jobs.setIamPolicy",
        ], apis: ["artifactregistry"]))
    let plan = try await world.plan([Self.job()])
    let missing = try await JobsDeploy.World(world.providers).preflight(plan.changes)
    for message in [
      "permission 'iam.serviceAccounts.create' is missing on project 'acme-prod'",
      "permission 'secretmanager.secrets.setIamPolicy' is missing on secret 'db-password'",
      "permission 'run.jobs.setIamPolicy' is missing on project 'acme-prod'",
    ] {
      #expect(missing.contains { $0.message == message && $0.isCertain && $0.hint != nil }, "\(message)")
    }
    // The account that is to be made is not missing.
    #expect(!missing.contains { $0.message.contains("no service account") })
  }

  @Test func `an account that cannot be is refused`() throws {
    let world = try #require(try World())
    let refusal = #expect(throws: ExpansionRefusal.self) {
      try world.provider.expand(World.job { $0.identity = "me@acme-prod.iam.gserviceaccount.com" })
    }
    #expect(refusal?.message.contains("6 to 30") == true)
  }
}
