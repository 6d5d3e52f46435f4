import JobsCloud
import JobsCore
import JobsDeploy
import JobsManifest
import TestSupport
import Testing

@testable import JobsAWS

/// All of a resource's life on moto and on ministack: created, read back, left alone, each field updated, each field moved
/// by somebody else, deleted.
@Suite(.enabled(if: Emulator.areThere, Comment(rawValue: Emulator.absence)))
struct AWSProviderTests {
  /// A job with the provider that keeps it, and what was applied of it.
  private struct World {
    let provider: AWSProvider
    var job: Job
    var applied = AppliedResources()

    init(_ emulator: Emulator) async throws {
      let session = try await emulator.session()
      try await AWSProviderTests.groups[emulator]?.value
      provider = try await AWSProvider.connect(session, region: "eu-west-1")
      job = Job(name: "job-\(UInt32.random(in: 0 ... .max))")
      job.tenant = "acme"
      job.env = "prod"
      job.target = Target(kind: .lambda, region: "eu-west-1")
      job.run.image = AWSProviderTests.image("a")
      job.schedules = [Schedule(cron: "30 2 * * *", timezone: "Europe/Berlin")]
      job.run.env = [Pair("LOG_LEVEL", "info"), Pair("WITH_DOT", "a.b")]
      job.run.args = ["--day", "yesterday"]
    }

    func plan(_ scope: Plan.Scope = .manifests) async throws -> Plan {
      try Plan([provider.expand(job)], in: await provider.survey(), applied: applied, scope: scope)
    }

    /// Carries a plan out, and finds the world as it should be.
    mutating func apply(_ plan: Plan) async throws {
      for change in plan.changes {
        try await provider.perform(change)
        applied[change.id] = nil
      }
      for resource in try provider.expand(job).resources { applied[resource.id] = resource.fields }
      let next = try await self.plan()
      #expect(next.isEmpty, "\(next.changes)")
      #expect(next.settled.count == (try provider.expand(job).resources.count))
    }

    var function: String { provider.region.function(job) }
    var schedule: String { provider.region.schedule(job, 0) }
  }

  /// The group of all schedules, made once: moto makes it anew, and empty, for each who finds none at the same time.
  private static let groups = Dictionary(
    uniqueKeysWithValues: Emulator.all.map { emulator in
      (
        emulator,
        Task {
          try await Scheduler(emulator.session().client(.scheduler)).ensure(group: LambdaPlace.group, tags: [:])
        }
      )
    })

  private static func image(_ digit: Character) -> String {
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report@sha256:\(String(repeating: digit, count: 64))"
  }

  @Test(arguments: Emulator.all) func `a job is created whole, read back and left alone`(emulator: Emulator)
    async throws
  {
    var world = try await World(emulator)
    let plan = try await world.plan()
    #expect(plan.changes.count == 4 && plan.count(.create) == 4 && plan.collisions.isEmpty)
    // Roles come before what takes them, the function before its schedule.
    let places = Dictionary(uniqueKeysWithValues: plan.changes.enumerated().map { ($1.id, $0) })
    for change in plan.changes {
      for before in change.after { #expect(places[before] ?? .max < places[change.id] ?? 0) }
    }
    try await world.apply(plan)
    let survey = try await world.provider.survey()
    let owned = survey.owned.filter { $0.owner == world.job.id }
    #expect(owned.count == 4)
    for resource in owned {
      let wanted = try world.provider.expand(world.job).resources.first { $0.id == resource.id }
      #expect(resource.appliedDigest == wanted?.digest && Set(resource.fields) == Set(wanted?.fields ?? []))
    }
    // A second look, without the note of what was applied.
    world.applied = AppliedResources()
    #expect(try await world.plan().isEmpty)
  }

  /// A change of a manifest, with the fields that it is to show.
  private struct Update: Sendable {
    var paths: [String]
    /// Whether moto keeps it: its `UpdateFunctionConfiguration` has no `ImageConfig`, its `UpdateFunctionCode` no
    /// `Architectures` (moto 5.2.5).
    var isKeptByMoto = true
    var change: @Sendable (inout Job) -> Void
  }

  private static let updates = [
    Update(paths: ["Code.ImageUri"]) { $0.run.image = image("b") },
    Update(paths: ["MemorySize"]) { $0.resources.memoryBytes = 256 << 20 },
    Update(paths: ["Timeout"]) { $0.limits.timeoutSeconds = 60 },
    Update(paths: ["Environment.Variables.LOG_LEVEL"]) { $0.run.env[0].value = "debug" },
    Update(paths: ["Environment.Variables.MORE"]) { $0.run.env.append(Pair("MORE", "x")) },
    Update(
      paths: [
        "Environment.Variables.LOG_LEVEL", "Environment.Variables.MORE", "Environment.Variables.WITH_DOT",
      ]) { $0.run.env.removeAll() },
    Update(paths: ["ImageConfig.EntryPoint"], isKeptByMoto: false) { $0.run.command = ["/app/report"] },
    Update(paths: ["ImageConfig.Command"], isKeptByMoto: false) { $0.run.args = [] },
    Update(paths: ["ImageConfig.WorkingDirectory"], isKeptByMoto: false) { $0.run.workingDirectory = "/srv" },
    Update(paths: ["ImageConfig.WorkingDirectory"], isKeptByMoto: false) { $0.run.workingDirectory = nil },
    Update(paths: ["Architectures"], isKeptByMoto: false) { $0.resources.architecture = "arm64" },
    Update(paths: ["ScheduleExpression"]) { $0.schedules[0].cron = "0 4 * * *" },
    Update(paths: ["ScheduleExpressionTimezone"]) { $0.schedules[0].timezone = "UTC" },
    Update(paths: ["State"]) { $0.paused = true },
  ]

  @Test(arguments: Emulator.all) func `each field is updated by itself`(emulator: Emulator) async throws {
    var world = try await World(emulator)
    try await world.apply(try await world.plan())
    for update in Self.updates where emulator != .moto || update.isKeptByMoto {
      update.change(&world.job)
      let plan = try await world.plan()
      #expect(plan.changes.count == 1 && plan.count(.update) == 1, "\(update.paths)")
      #expect(plan.changes.first?.fields.map(\.path).sorted() == update.paths)
      #expect(plan.changes.first?.fields.allSatisfy { $0.kind == .change } == true)
      try await world.apply(plan)
    }
  }

  @Test(arguments: Emulator.all)
  func `further schedules come and go, and a role of its own goes for one that is named`(
    emulator: Emulator
  ) async throws {
    var world = try await World(emulator)
    try await world.apply(try await world.plan())
    world.job.schedules.append(Schedule(cron: "0 12 * * 1-5"))
    var plan = try await world.plan()
    #expect(plan.changes.count == 1 && plan.count(.create) == 1)
    try await world.apply(plan)
    world.job.schedules.removeFirst()
    plan = try await world.plan()
    #expect(plan.count(.update) == 1 && plan.count(.delete) == 1)
    try await world.apply(plan)
    let other = "test-\(UInt32.random(in: 0 ... .max))"
    try await world.provider.iam.create(
      role: other, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    world.job.identity = try await world.provider.iam.role(other)?.arn
    plan = try await world.plan()
    #expect(plan.changes.map(\.action) == [.update, .delete])
    try await world.apply(plan)
  }

  @Test(arguments: Emulator.all)
  func `what somebody changes by hand is drift, field by field, and is mended`(emulator: Emulator) async throws {
    var world = try await World(emulator)
    try await world.apply(try await world.plan())
    let provider = world.provider
    let (function, schedule) = (world.function, world.schedule)
    let run = provider.region.executionRole(world.job)
    let set = { (json: String) async throws in
      _ = try await provider.lambda.setConfiguration(Array(json.utf8), of: function, revision: nil)
      try await provider.lambda.settle(function, clock: .system)
    }
    let policy = PolicyDocument([.init(actions: ["s3:*"], resources: ["*"])]).json
    let edits: [(paths: [String], edit: () async throws -> Void)] = [
      (["Timeout", "Alias"], { try await set(#"{"Timeout":99}"#) }),
      (["MemorySize", "Alias"], { try await set(#"{"MemorySize":1024}"#) }),
      (
        ["Environment.Variables.LOG_LEVEL", "Environment.Variables.WITH_DOT", "Environment.Variables.MORE", "Alias"],
        { try await set(#"{"Environment":{"Variables":{"MORE":"x"}}}"#) }
      ),
      (["Description"], { try await set(#"{"Description":"by hand"}"#) }),
      (
        ["Code.ImageUri", "Alias"],
        {
          _ = try await provider.lambda.setCode(
            Array(#"{"ImageUri":"\#(Self.image("f"))"}"#.utf8), of: function, revision: nil)
          try await provider.lambda.settle(function, clock: .system)
        }
      ),
      (
        ["Trust.Statement"],
        { try await provider.iam.setTrust(provider.region.invokerTrust.json, of: run) }
      ),
      (["Policies.jobs.Statement"], { try await provider.iam.setPolicy("jobs", policy, of: run) }),
      (
        ["Policies.more.Version", "Policies.more.Statement"],
        { try await provider.iam.setPolicy("more", policy, of: run) }
      ),
      (
        ["State"],
        {
          var fields = try await provider.schedule(schedule)?.fields ?? []
          fields.removeAll { $0.name == "State" }
          let mark = OwnerMark(owner: world.job.id, digest: try world.provider.expand(world.job).resources[3].digest)
          try await provider.scheduler.set(
            ScheduleDocument.document(fields + [Resource.Field("State", "DISABLED")], mark), name: schedule)
        }
      ),
    ]
    for (paths, edit) in edits {
      try await edit()
      let plan = try await world.plan(.drift)
      #expect(plan.changes.count == 1 && plan.drifted.count == 1, "\(paths): \(plan.changes.map(\.id))")
      // moto's versions share the code of their function (moto 5.2.5).
      let shown = emulator == .moto && paths.contains("Code.ImageUri") ? ["Code.ImageUri"] : paths
      #expect(plan.changes.first?.fields.map(\.path).sorted() == shown.sorted(), "\(paths)")
      #expect(plan.changes.first?.fields.allSatisfy { $0.kind == .drift } == true, "\(paths)")
      try await world.apply(plan)
    }
  }

  @Test(arguments: Emulator.all)
  func `a job that is disabled keeps its function alone, and what is wanted no more is deleted whole`(
    emulator: Emulator
  ) async throws {
    var world = try await World(emulator)
    try await world.apply(try await world.plan())
    world.job.enabled = false
    let disabled = try await world.plan()
    #expect(disabled.changes.count == 2 && disabled.count(.delete) == 2)
    try await world.apply(disabled)
    world.job.enabled = true
    try await world.apply(try await world.plan())
    let nothing = Expansion(job: world.job.id, owner: world.job.id, resources: [])
    let plan = try Plan([nothing], in: await world.provider.survey(), applied: world.applied)
    #expect(plan.changes.count == 4 && plan.count(.delete) == 4)
    // What calls goes before what is called, a role behind what takes it.
    let kinds = plan.changes.compactMap { world.provider.region.resource($0.id)?.kind }
    #expect(kinds.first == .schedule && kinds.last == .role, "\(kinds)")
    for change in plan.changes { try await world.provider.perform(change) }
    let survey = try await world.provider.survey()
    #expect(!survey.owned.contains { $0.owner == world.job.id })
    #expect(!survey.foreign.contains { $0.name.contains(world.job.name) })
  }

  @Test(arguments: Emulator.all)
  func `what others made under the same name is seen, and never taken`(emulator: Emulator) async throws {
    let world = try await World(emulator)
    let provider = world.provider
    let role = provider.region.executionRole(world.job)
    try await provider.iam.create(role: role, path: "/", trust: LambdaPlace.executionTrust.json, tags: [:])
    let plan = try await world.plan()
    #expect(plan.collisions.map(\.id) == [provider.region.id(.role, role)])
    let create = Change(
      id: provider.region.id(.role, role), job: world.job.id, action: .create, fields: [],
      precondition: LiveResource.absent)
    await #expect(throws: Failure.self) { try await provider.perform(create) }
    #expect(try await provider.iam.role(role)?.tags == [:])
  }

  @Test(arguments: Emulator.all) func `a change of what was changed meanwhile is not begun`(emulator: Emulator)
    async throws
  {
    var world = try await World(emulator)
    try await world.apply(try await world.plan())
    world.job.limits.timeoutSeconds = 61
    let plan = try await world.plan()
    _ = try await world.provider.lambda.setConfiguration(
      Array(#"{"Timeout":7}"#.utf8), of: world.function, revision: nil)
    try await world.provider.lambda.settle(world.function, clock: .system)
    let change = try #require(plan.changes.first)
    let failure = await #expect(throws: Failure.self) { try await world.provider.perform(change) }
    #expect(failure?.message.hasSuffix("was changed meanwhile") == true, "\(failure?.message ?? "")")
    let now = try await world.provider.lambda.function(world.function)
    #expect(now?.tree.number(Tree.root, "Configuration", "Timeout") == 7)
    let gone = Change(id: "aws.lambda/1/eu-west-1/x", job: "", action: .delete, fields: [], precondition: "")
    await #expect(throws: Failure.self) { try await world.provider.perform(gone) }
  }

  // MARK: Alarms and secrets

  @Test(arguments: Emulator.all)
  func `an alarm and secrets come with a job, are changed, drift and go`(emulator: Emulator) async throws {
    var world = try await World(emulator)
    world.job.alerts = [Alert(when: "failed", route: "oncall")]
    world.job.run.secrets = [Pair("DB", "db:AWSPREVIOUS")]
    let plan = try await world.plan()
    #expect(plan.count(.create) == 5)
    try await world.apply(plan)
    for (kind, change) in [
      (LambdaPlace.Kind.alarm, { $0.alerts.append(Alert(when: "failed", route: "chat")) } as (inout Job) -> Void),
      (.alarm, { $0.alerts.append(Alert(when: "recovered", route: "chat")) }),
      (.alarm, { $0.alerts.removeLast() }), (.function, { $0.run.secrets[0].value = "db" }),
    ] {
      change(&world.job)
      let plan = try await world.plan()
      #expect(plan.changes.map { world.provider.region.resource($0.id)?.kind } == [kind] && plan.count(.update) == 1)
      try await world.apply(plan)
    }
    world.job.run.secrets.append(Pair("API", "api"))
    let both = try await world.plan()
    #expect(both.changes.count == 2 && both.count(.update) == 2, "\(both.changes)")
    try await world.apply(both)

    let name = world.provider.region.alarm(world.job)
    let alarm = try #require(try await world.provider.alarm(name))
    let mark = OwnerMark(owner: world.job.id, digest: alarm.appliedDigest ?? "")
    try await world.provider.alarms.set(
      AlarmDocument.document(AlarmDocument.disabled(alarm.fields), name: name, mark), name: name)
    let drift = try await world.plan(.drift)
    #expect(drift.changes.count == 1 && drift.changes.first?.fields.map(\.path) == ["ActionsEnabled"])
    try await world.apply(drift)
    world.job.alerts = []
    let gone = try await world.plan()
    #expect(gone.changes.count == 1 && gone.count(.delete) == 1)
    try await world.apply(gone)
    #expect(try await world.provider.alarms.alarm(name) == nil)
  }

  @Test(arguments: Emulator.all)
  func `an alarm of others under the same name is not taken`(emulator: Emulator) async throws {
    var world = try await World(emulator)
    world.job.alerts = [Alert(when: "failed", route: "oncall")]
    let plan = try await world.plan()
    let name = world.provider.region.alarm(world.job)
    let json = try FieldLayout(lists: ["Dimensions": .key("Name")]).json(
      [Resource.Field("AlarmName", name)] + AlarmDocument.fields(function: "f", failed: [], recovered: []))
    try await world.provider.alarms.set(json, name: name)
    #expect(try await world.plan().collisions.map(\.id) == [world.provider.region.id(.alarm, name)])
    let change = try #require(plan.changes.first { world.provider.region.resource($0.id)?.kind == .alarm })
    await #expect(throws: Failure.self) { try await world.provider.perform(change) }
    #expect(
      try await world.provider.alarms.alarm(name).flatMap { $0.tree.words($0.node, "AlarmDescription") } ?? "" == "")
  }

  // MARK: Out of use

  @Test(arguments: Emulator.all)
  func `what is wanted no more goes out of use, comes back with its job, and goes for good later`(
    emulator: Emulator
  ) async throws {
    var world = try await World(emulator)
    world.job.alerts = [Alert(when: "failed", route: "oncall")]
    try await world.apply(try await world.plan())
    let provider = world.provider
    let owned = { () async throws in try await provider.survey().owned.filter { $0.owner == world.job.id } }
    let pruning = { (today: String) async throws in
      let strays = try await owned()
      let day = try #require(CivilDate(text: today))
      return Pruning(
        strays, in: Survey(owned: strays), applied: world.applied, days: 7, today: day
      ) { provider.quarantine($0, on: day) }
    }
    let invoker = provider.region.invokerRole(world.job)
    let published = try await provider.lambda.function(world.function, qualifier: LambdaPlace.alias)?.version

    let first = try await pruning("2026-11-21")
    #expect(first.changes.count == 5 && first.changes.allSatisfy { $0.action == .quarantine })
    for change in first.changes { try await provider.perform(change) }
    let out = try await owned()
    #expect(out.count == 5 && out.allSatisfy { $0.quarantined == "2026-11-21" }, "\(out)")
    #expect(out.allSatisfy { $0.appliedDigest == $0.fields.digest })
    #expect(try await provider.schedule(world.schedule)?.fields["State"] == "DISABLED")
    #expect(try await provider.iam.role(invoker)?.policies.isEmpty == true)
    let run = try await provider.iam.role(provider.region.executionRole(world.job))
    #expect(run?.policies.isEmpty == false)
    #expect(try await provider.lambda.function(world.function, qualifier: LambdaPlace.alias)?.version == published)
    let early = try await pruning("2026-11-27")
    #expect(early.changes.isEmpty && early.spared.count == 5)

    let back = try await world.plan()
    #expect(back.changes.count == 5 && back.count(.update) == 5, "\(back.changes)")
    try await world.apply(back)
    #expect(try await owned().allSatisfy { $0.quarantined == nil })
    #expect(try await provider.iam.role(invoker)?.policies.isEmpty == false)
    #expect(try await provider.iam.role(invoker)?.tags["jobs-quarantined"] == nil)

    for change in try await pruning("2026-11-22").changes { try await provider.perform(change) }
    let last = try await pruning("2026-11-29")
    #expect(last.changes.count == 5 && last.changes.allSatisfy { $0.action == .delete })
    for change in last.changes { try await provider.perform(change) }
    #expect(try await owned().isEmpty)
  }
}
