import JobsCore
import JobsCron
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsGCP

@Suite(.enabled(if: RunningDouble.isAvailable, "\(RunningDouble.absence)")) struct GoogleProviderTests {
  private typealias World = GoogleWorld

  private static let run = "\(World.folder)/nightly"
  private static let runID = "gcp.run/acme-prod/europe-west1/nightly"
  private static let scheduleID = "gcp.scheduler/acme-prod/europe-west1/nightly"
  private static let invokerID =
    "gcp.run.invoker/acme-prod/europe-west1/nightly/report@acme-prod.iam.gserviceaccount.com"
  private static let accountID = "gcp.account/acme-prod/global/report"
  private static let names = [
    runID: "run", scheduleID: "schedule", invokerID: "invoker", accountID: "account",
  ]

  private static func lines(_ plan: Plan) -> [String] {
    plan.changes.map { "\($0.action) \(names[$0.id] ?? $0.id)" }
  }

  // MARK: Conformance

  @Test func `a job is created with its schedule behind it, read back, and left alone`() async throws {
    var world = try #require(try World())
    let plan = try await world.apply([World.job()])
    #expect(Self.lines(plan) == ["create account", "create run", "create invoker", "create schedule"])
    #expect(
      plan.changes.map(\.after) == [
        [], [Self.accountID], [Self.accountID, Self.runID], [Self.accountID, Self.invokerID, Self.runID],
      ])
    let owned = try await world.survey(for: [World.job()]).owned
    let wanted = try world.expand([World.job()]).flatMap(\.resources)
    #expect(Set(owned.map(\.id)) == Set(wanted.map(\.id)))
    for live in owned { #expect(Set(live.fields) == Set(wanted.first { $0.id == live.id }?.fields ?? [])) }
    let again = try await world.plan([World.job()])
    #expect(again.isEmpty && again.settled.count == 4)
    world.applied = AppliedResources()
    #expect(try await world.plan([World.job()]).isEmpty)
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    var fields: [String]
    var change: @Sendable (inout Job) -> Void
    var testDescription: String { fields.joined(separator: " ") }
  }

  private static let edits: [Edit] = [
    Edit(fields: ["template.template.containers[0].image"]) {
      $0.run.image = "europe-docker.pkg.dev/acme/jobs/report:2"
    },
    Edit(fields: ["template.template.containers[0].command", "template.template.containers[0].args"]) {
      $0.run.command = ["/app/other"]
      $0.run.args = ["--all"]
    },
    Edit(fields: ["template.template.containers[0].workingDir"]) { $0.run.workingDirectory = "/srv" },
    Edit(fields: ["template.template.containers[0].env[A].value", "template.template.containers[0].env[B].value"]) {
      $0.run.env = [Pair("B", "2"), Pair("A", "1")]
    },
    Edit(
      fields: [
        "template.template.containers[0].env[S].valueSource.secretKeyRef.secret",
        "template.template.containers[0].env[S].valueSource.secretKeyRef.version",
      ]
    ) { $0.run.secrets = [Pair("S", "db-password:3")] },
    Edit(
      fields: [
        "template.template.volumes[secret-1].secret.secret",
        "template.template.containers[0].volumeMounts[/etc/tls].name",
        "template.template.volumes[secret-1].secret.items['key.pem'].version",
      ]
    ) { $0.run.mounts = [Mount(secret: "tls:3", path: "/etc/tls/key.pem")] },
    Edit(
      fields: [
        "template.template.containers[0].resources.limits.cpu",
        "template.template.containers[0].resources.limits.memory",
      ]
    ) {
      $0.resources.cpuMillis = 2000
      $0.resources.memoryBytes = 4 << 30
    },
    Edit(fields: ["template.taskCount", "template.parallelism"]) {
      $0.resources.tasks = 10
      $0.resources.parallelism = 0
    },
    Edit(fields: ["template.template.maxRetries"]) {
      $0.limits.retry = Retry()
      $0.limits.retry?.attempts = 0
    },
    Edit(fields: ["template.template.timeout"]) { $0.limits.timeoutSeconds = 90 },
    Edit(fields: ["template.template.vpcAccess.connector", "template.template.vpcAccess.egress"]) {
      $0.network = Network()
      $0.network?.connector = "projects/acme-prod/locations/europe-west1/connectors/vpc"
      $0.network?.egress = "all-traffic"
    },
    Edit(fields: ["labels.team", "annotations.owner"]) {
      $0.labels = [Pair("team", "data")]
      $0.annotations = [Pair("owner", "ann")]
    },
    Edit(fields: ["template.template.executionEnvironment"]) {
      $0.annotations = [Pair("run.googleapis.com/execution-environment", "gen1")]
    },
    Edit(fields: ["template.template.serviceAccount", "httpTarget.oauthToken.serviceAccountEmail"]) {
      $0.identity = "another@acme-prod.iam.gserviceaccount.com"
    },
    Edit(fields: ["httpTarget.oauthToken.serviceAccountEmail"]) {
      $0.annotations = [Pair("jobs/invoker", "starter@acme-prod.iam.gserviceaccount.com")]
    },
    Edit(fields: ["schedule"]) { $0.schedules[0].cron = "0 5 * * 1" },
    Edit(fields: ["timeZone"]) { $0.schedules[0].timezone = "America/New_York" },
    Edit(fields: ["state"]) { $0.paused = true },
  ]

  @Test func `each field is updated, there and back`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    for edit in Self.edits {
      for job in [World.job(edit.change), World.job()] {
        let plan = try await world.apply([job])
        // Accounts and rights are made and taken away, and have no fields to update.
        let own = plan.changes.filter { $0.id == Self.runID || $0.id == Self.scheduleID }
        let changes = own.flatMap(\.fields)
        #expect(Set(changes.map(\.path)) == Set(edit.fields), "\(edit)")
        #expect(own.allSatisfy { $0.action == .update } && changes.allSatisfy { $0.kind == .change }, "\(edit)")
        #expect(try await world.plan([job]).isEmpty, "\(edit)")
      }
    }
  }

  @Test(arguments: [
    (#"{"template":{"template":{"maxRetries":9}}}"#, "template.template.maxRetries"),
    (#"{"labels":{"by":"hand"}}"#, "labels.by"),
    (#"{"launchStage":"BETA"}"#, "launchStage"),
    (
      #"{"template":{"template":{"nodeSelector":{"accelerator":"nvidia-l4"}}}}"#,
      "template.template.nodeSelector.accelerator"
    ),
  ])
  func `what somebody changes in a job is drift, and mended`(_ patch: String, _ field: String) async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    for hasNote in [true, false] {
      #expect(world.double.patchState("run", Self.run, patch))
      if !hasNote { world.applied = AppliedResources() }
      let plan = try await world.plan([World.job()])
      #expect(plan.changes.flatMap(\.fields).map(\.path) == [field])
      #expect(plan.drifted.map(\.id) == [Self.runID])
      try await world.apply([World.job()])
      #expect(try await world.plan([World.job()]).isEmpty)
    }
  }

  @Test(arguments: [
    (#"{"schedule":"0 0 * * *"}"#, "schedule"), (#"{"timeZone":"UTC"}"#, "timeZone"), (#"{"state":"PAUSED"}"#, "state"),
    (#"{"retryConfig":{"retryCount":3}}"#, "retryConfig.retryCount"),
  ])
  func `what somebody changes in a schedule is drift, and mended`(_ patch: String, _ field: String) async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    #expect(world.double.patchState("cloudscheduler", Self.run, patch))
    let plan = try await world.plan([World.job()])
    #expect(plan.drifted.flatMap(\.fields).map(\.path) == [field])
    try await world.apply([World.job()])
    #expect(try await world.plan([World.job()]).isEmpty)
  }

  @Test func `a schedule that goes is deleted, and a job that is disabled keeps what it ran`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job { $0.schedules.append(Schedule(cron: "0 12 * * *", dialect: .unix)) }])
    #expect(world.double.stateCount("cloudscheduler") == 2)
    #expect(Self.lines(try await world.apply([World.job()])) == ["delete \(Self.scheduleID)_2"])
    #expect(
      Self.lines(try await world.apply([World.job { $0.enabled = false }])) == ["delete schedule", "delete invoker"])
    #expect(world.double.stateCount("run") == 1)
    #expect(try await world.plan([World.job { $0.enabled = false }]).isEmpty)
  }

  @Test func `what no job wants any more is put out of use, taken into use again, and goes in the end`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    let (day, later) = (try #require(CivilDate(text: "2026-11-21")), try #require(CivilDate(text: "2026-12-21")))
    func pruning(on today: CivilDate) async throws -> Pruning {
      let survey = try await world.provider.survey()
      return Pruning(survey.owned, in: survey, applied: world.applied, days: 30, today: today) {
        world.provider.quarantine($0, on: today)
      }
    }
    for round in 1...2 {
      for change in try await pruning(on: day).changes {
        #expect(change.action == .quarantine, "round \(round)")
        try await world.provider.perform(change)
      }
      let owned = try await world.provider.survey().owned
      #expect(owned.map(\.quarantined) == ["2026-11-21", "2026-11-21"])
      #expect(owned.first { $0.id == Self.scheduleID }?.fields["state"] == "PAUSED")
      #expect(try await pruning(on: day).changes.isEmpty)
      guard round == 1 else { break }
      world.applied = AppliedResources()
      let plan = try await world.apply([World.job()])
      #expect(Set(plan.changes.flatMap(\.fields).map(\.path)) == ["quarantined", "state"] && plan.drifted.isEmpty)
      #expect(try await world.plan([World.job()]).isEmpty)
    }
    let last = try await pruning(on: later).changes
    #expect(last.map(\.id) == [Self.scheduleID, Self.runID] && last.allSatisfy { $0.action == .delete })
    for change in last { try await world.provider.perform(change) }
    #expect(world.double.stateCount("run") == 0 && world.double.stateCount("cloudscheduler") == 0)
  }

  @Test func `a job of which nothing is wanted any more is deleted`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    for live in try await world.provider.survey().owned {
      try await world.provider.perform(
        Change(id: live.id, job: live.owner, action: .delete, fields: [], precondition: live.precondition))
    }
    #expect(world.double.stateCount("run") == 0 && world.double.stateCount("cloudscheduler") == 0)
  }

  // MARK: Others

  @Test func `what others made stands in the way, and what starts the same job is said`() async throws {
    let world = try #require(try World())
    #expect(world.double.putState("run", Self.run, #"{"template":{"template":{"containers":[{"image":"i"}]}}}"#))
    let uri = "https://run.googleapis.com/v2/\(Self.run):run"
    #expect(
      world.double.putState(
        "cloudscheduler", "\(World.folder)/by-hand", #"{"schedule":"0 0 * * *","httpTarget":{"uri":"\#(uri)"}}"#))
    let plan = try await world.plan([World.job()])
    #expect(plan.collisions.map(\.id) == [Self.runID])
    #expect(Self.lines(plan) == ["create account", "create invoker", "create schedule"])
    #expect(plan.twins.map(\.name) == ["the schedule 'by-hand'"])
    #expect(plan.foreign == 2)
  }

  @Test func `another job of the same name is not taken over`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job { $0.env = "dev" }])
    #expect(
      try await world.plan([World.job()]).collisions.map(\.name) == [
        "job 'acme/dev/nightly'", "job 'acme/dev/nightly'",
      ])
  }

  @Test func `a page at a time is read, each once`() async throws {
    let world = try #require(try World())
    #expect(world.double.set(#"{"pageLimit":7}"#))
    for number in 0..<20 {
      #expect(
        world.double.putState("run", "\(World.folder)/j\(number)", #"{"annotations":{"jobs/id":"a/b/j\#(number)"}}"#))
    }
    #expect(try await world.provider.survey().owned.count == 20)
    #expect(world.double.count("run.*") == 3 && world.double.count("cloudscheduler.*") == 1)
  }

  // MARK: Before the first change

  private static let asked = ["artifactregistry"]

  @Test func `all that is missing is named at once, with what mends it`() async throws {
    let world = try #require(
      try World(
        ["--deny", "run.jobs.create", "--deny", "cloudscheduler.jobs.create", "--deny", "iam.serviceAccounts.actAs"],
        apis: Self.asked))
    let plan = try await world.plan([
      World.job {
        $0.run.secrets = [Pair("A", "db-password:3")]
        $0.run.mounts = [Mount(secret: "tls", path: "/etc/tls/key")]
        $0.run.image = "europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0", count: 64))"
      }
    ])
    let missing = try await world.provider.preflight(plan.changes)
    #expect(
      missing.map(\.message) == [
        "permission 'cloudscheduler.jobs.create' is missing on project 'acme-prod'",
        "permission 'iam.serviceAccounts.actAs' is missing on project 'acme-prod'",
        "permission 'run.jobs.create' is missing on project 'acme-prod'",
        "there is no version '3' of secret 'db-password'", "there is no version 'latest' of secret 'tls'",
        "there is no image 'europe-docker.pkg.dev/acme/jobs/report@sha256:\(String(repeating: "0", count: 64))'",
      ])
    #expect(missing.allSatisfy { $0.isCertain && $0.hint != nil })
    #expect(missing[2].hint?.contains("--role=roles/run.developer") == true)
    // Of an account that is there it is asked by itself.
    let alone = plan.changes.filter { $0.id != Self.accountID }
    #expect(
      try await world.provider.preflight(alone).map(\.message).contains(
        "permission 'iam.serviceAccounts.actAs' is missing on service account 'report@acme-prod.iam.gserviceaccount.com'"
      ))
  }

  @Test func `what cannot be found out is said and no reason to stay`() async throws {
    let world = try #require(try World(["--deny", "secretmanager.versions.get"], apis: Self.asked))
    let change = Change(
      id: Self.runID, job: "acme/prod/nightly", action: .create,
      fields: [
        .init(
          path: "template.template.containers[0].env[A].valueSource.secretKeyRef.secret", applied: nil, live: nil,
          desired: "s", kind: .change),
        .init(
          path: "template.template.containers[0].env[A].valueSource.secretKeyRef.version", applied: nil, live: nil,
          desired: "1", kind: .change),
      ], precondition: LiveResource.absent)
    let missing = try await world.provider.preflight([change])
    #expect(missing.map(\.isCertain) == [false])
    #expect(
      missing[0].message
        == "it is not known whether there is version '1' of secret 's': permission 'secretmanager.versions.get' is missing"
    )
  }

  @Test func `a secret's version that changes alone is asked for with its secret`() async throws {
    var world = try #require(try World(apis: Self.asked))
    try await world.apply([World.job { $0.run.secrets = [Pair("A", "db-password:3")] }])
    let plan = try await world.plan([World.job { $0.run.secrets = [Pair("A", "db-password:4")] }])
    #expect(plan.changes.flatMap(\.fields).count == 1)
    let missing = try await world.provider.preflight(plan.changes).map(\.message)
    #expect(missing.contains("there is no version '4' of secret 'db-password'"))
  }

  // MARK: Faults

  @Test(arguments: [
    #"{"reset":"after","times":1,"match":"run.projects.locations.jobs.create"}"#,
    #"{"reset":"before","times":1,"match":"run.projects.locations.jobs.create"}"#,
    #"{"reset":"after","times":1,"match":"cloudscheduler.projects.locations.jobs.create"}"#,
    #"{"code":429,"times":2,"retryInfo":"0.01s","match":"*.create"}"#,
    #"{"loseOperation":true,"times":1,"match":"run.projects.locations.jobs.create"}"#,
  ])
  func `nothing is made twice or reported wrongly where answers get lost`(_ fault: String) async throws {
    var world = try #require(try World())
    #expect(world.double.set(#"{"operationPolls":1}"#))
    #expect(world.double.fault(fault))
    try await world.apply([World.job()])
    #expect(world.double.stateCount("run") == 1 && world.double.stateCount("cloudscheduler") == 1)
    #expect(try await world.plan([World.job()]).isEmpty)
  }

  @Test func `an update whose answer got lost is found to be done`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    #expect(world.double.fault(#"{"reset":"after","times":1,"match":"run.projects.locations.jobs.patch"}"#))
    try await world.apply([World.job { $0.limits.timeoutSeconds = 90 }])
    #expect(try await world.plan([World.job { $0.limits.timeoutSeconds = 90 }]).isEmpty)
  }

  @Test func `what changed since the plan was made is not written over`() async throws {
    var world = try #require(try World())
    try await world.apply([World.job()])
    let job = World.job {
      $0.limits.timeoutSeconds = 90
      $0.schedules[0].cron = "0 6 * * *"
    }
    let plan = try await world.plan([job])
    #expect(world.double.patchState("run", Self.run, #"{"labels":{"by":"hand"}}"#))
    #expect(world.double.patchState("cloudscheduler", Self.run, #"{"schedule":"0 0 * * *"}"#))
    for change in plan.changes {
      let failure = await #expect(throws: Failure.self) { try await world.provider.perform(change) }
      #expect(failure?.message.contains("changed meanwhile") == true)
    }
  }

  @Test func `a permission that is missing is named, with the role that has it`() async throws {
    let world = try #require(try World(["--deny", "run.jobs.create"]))
    let plan = try await world.plan([World.job()])
    let change = try #require(plan.changes.first { $0.id == Self.runID })
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(change) }
    #expect(
      failure?.message
        == "cannot create job 'nightly' of 'acme-prod' in 'europe-west1': permission 'run.jobs.create' is missing")
    #expect(failure?.hint?.contains("roles/run.developer") == true)
  }
}
