import JobsCore
import JobsCron
import JobsDeploy
import JobsHost
import JobsManifest
import TestSupport
import Testing

@Suite struct CrontabProviderTests {
  private let folder = ToolFolder()
  private var path: String { folder.file("table") }

  private func provider(
    isSystem: Bool = false, user: String? = "ann", zone: String = "UTC", in path: String? = nil
  ) throws -> CrontabProvider {
    CrontabProvider(
      place: Place(kind: "host.crontab", identity: "ann", account: "web-1", key: "ann", name: "the crontab of 'ann'"),
      store: CrontabFile(path: path ?? self.path), isSystem: isSystem, user: user,
      clock: HostClock(zone: try ZoneDatabase.system.zone(named: zone), zones: .system, now: 1_795_000_000))
  }

  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "a")
    job.target.kind = .host
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix)]
    job.run.command = ["/srv/backup", "--all of it"]
    change(&job)
    return job
  }

  // MARK: Conformance

  private func plan(_ provider: CrontabProvider, _ job: Job, _ applied: AppliedResources) async throws -> Plan {
    try Plan([provider.expand(job)], in: await provider.survey(), applied: applied)
  }

  /// Carries a plan out as `apply` does.
  private func apply(
    _ provider: CrontabProvider, _ job: Job, _ applied: inout AppliedResources
  ) async throws -> Plan {
    let plan = try await plan(provider, job, applied)
    let live = Dictionary(uniqueKeysWithValues: try await provider.survey().owned.map { ($0.id, $0.fields) })
    for change in plan.changes {
      try await provider.perform(change)
      applied[change.id] = change.action == .delete ? nil : change.result(over: live[change.id] ?? [])
    }
    return plan
  }

  private static let beside = "MAILTO=me\n# by hand\n0 1 * * * /by/hand\n"

  @Test(arguments: [false, true])
  func `a resource is created, read back, left alone, updated, mended and deleted`(_ isSystem: Bool) async throws {
    let beside = isSystem ? "MAILTO=me\n# by hand\n0 1 * * * root /by/hand\n" : Self.beside
    let provider = try provider(isSystem: isSystem, user: isSystem ? nil : "ann")
    var job = Self.job { if isSystem { $0.run.user = "bob" } }
    var applied = AppliedResources()
    folder.write(beside, to: "table")

    #expect(try await apply(provider, job, &applied).changes.map(\.action) == [.create])
    let owned = try await provider.survey().owned
    #expect(owned.map(\.fields) == (try provider.expand(job).resources.map(\.fields)))
    #expect(owned.first?.appliedDigest == owned.first?.fields.digest)
    #expect(try await plan(provider, job, applied).isEmpty)
    #expect(try await plan(provider, job, AppliedResources()).isEmpty)

    // Each field updated.
    job.schedules[0].cron = "0 4 * * *"
    #expect(try await apply(provider, job, &applied).changes.map { $0.fields.map(\.path) } == [["schedule"]])
    job.run.command = ["/srv/other"]
    #expect(try await apply(provider, job, &applied).changes.map { $0.fields.map(\.path) } == [["command"]])
    if isSystem {
      job.run.user = "carl"
      #expect(try await apply(provider, job, &applied).changes.map { $0.fields.map(\.path) } == [["user"]])
    }
    #expect(try await plan(provider, job, applied).isEmpty)
    let whole = try #require(folder.text(of: "table"))

    // Each field moved by somebody else, with and without the note.
    let line = isSystem ? "0 4 * * * carl /srv/other" : "0 4 * * * /srv/other"
    #expect(whole.contains(line))
    var moved = [
      ("schedule", line.replacing("0 4", with: "0 5")), ("command", line + " --x"), ("timezone", ""), ("copies", ""),
    ]
    if isSystem { moved.append(("user", line.replacing("carl", with: "root"))) }
    for (field, text) in moved {
      let entry = "\(whole.prefix { $0 != "\n" })\n\(line)\n"
      switch field {
      case "timezone": folder.write("CRON_TZ=Asia/Tokyo\n" + whole, to: "table")
      case "copies": folder.write(whole + entry, to: "table")
      default: folder.write(whole.replacing(line, with: text), to: "table")
      }
      for note in [applied, AppliedResources()] {
        let plan = try await plan(provider, job, note)
        #expect(plan.changes.map { $0.fields.map(\.path) } == [[field]])
        #expect(plan.drifted.count == 1 && plan.changes.first?.fields.first?.kind == .drift)
      }
      #expect(try await apply(provider, job, &applied).changes.count == 1)
      #expect(folder.text(of: "table")?.replacing("CRON_TZ=Asia/Tokyo\n", with: "") == whole)
    }

    // Taken away by somebody else.
    folder.write(beside, to: "table")
    let lost = try await plan(provider, job, applied)
    #expect(lost.changes.map(\.action) == [.create] && lost.drifted.count == 1)
    #expect(try await apply(provider, job, &applied).changes.count == 1)
    #expect(folder.text(of: "table") == whole)

    job.enabled = false
    #expect(try await apply(provider, job, &applied).changes.map(\.action) == [.delete])
    #expect(try await plan(provider, job, applied).isEmpty)
    #expect(folder.text(of: "table") == beside)
    #expect(applied == AppliedResources())
  }

  // MARK: What a job needs

  @Test func `a job with two schedules has two lines, and one less when it has one`() async throws {
    let provider = try provider()
    var applied = AppliedResources()
    var job = Self.job { $0.schedules.append(Schedule(cron: "@hourly", dialect: .unix)) }
    #expect(try await apply(provider, job, &applied).changes.count == 2)
    #expect(folder.text(of: "table")?.contains("# jobs: -/-/a#2 ") == true)
    job.schedules.removeLast()
    let plan = try await apply(provider, job, &applied)
    #expect(plan.changes.map(\.id) == ["host.crontab/ann/-/-/a#2"] && plan.changes.map(\.action) == [.delete])
  }

  @Test(arguments: [
    ("disabled", { @Sendable (job: inout Job) in job.enabled = false }),
    ("paused", { @Sendable (job: inout Job) in job.paused = true }),
    ("without a schedule", { @Sendable (job: inout Job) in job.schedules = [] }),
  ])
  func `nothing is to be of a job that does not run`(_ what: String, _ change: @Sendable (inout Job) -> Void) throws {
    #expect(try provider().expand(Self.job(change)).resources.isEmpty, "\(what)")
  }

  @Test func `variables are set in the command, and percent signs escaped`() throws {
    let job = Self.job {
      $0.run.env = [Pair("A", "1 2")]
      $0.run.setShell("date +%F")
    }
    let fields = try provider().expand(job).resources[0].fields
    #expect(fields["command"] == "export A='1 2'; date +\\%F")
  }

  @Test(arguments: [
    ("secrets", { @Sendable (job: inout Job) in job.run.secrets = [Pair("A", "b:1")] }, "gives a job no 'secrets'"),
    ("envFile", { @Sendable (job: inout Job) in job.run.envFile = "/etc/x" }, "gives a job no 'envFile'"),
    ("lines", { @Sendable (job: inout Job) in job.run.setShell("a\nb") }, "several lines"),
    ("user", { @Sendable (job: inout Job) in job.run.user = "bob" }, "the job runs as 'bob'"),
    ("identity", { @Sendable (job: inout Job) in job.identity = "bob" }, "the job runs as 'bob'"),
    (
      "zone", { @Sendable (job: inout Job) in job.schedules[0].timezone = "Europe/Berlin" },
      "goes by this host's zone 'UTC'"
    ),
    (
      "seconds",
      { @Sendable (job: inout Job) in
        job.schedules[0] = Schedule(cron: "5 * * * * *", dialect: .seconds)
      }, "cannot be said in five fields"
    ),
    ("mask", { @Sendable (job: inout Job) in job.run.env = [Pair("A", "***")] }, "holds a secret in clear"),
    ("blank", { @Sendable (job: inout Job) in job.run.setShell("  ") }, "the command is empty"),
  ])
  func `what cron cannot give is refused`(
    _ what: String, _ change: @Sendable (inout Job) -> Void, _ words: String
  ) throws {
    let provider = try provider()
    let refusal = #expect(throws: ExpansionRefusal.self) { try provider.expand(Self.job(change)) }
    #expect(refusal?.message.contains(words) == true, "\(what): \(refusal?.message ?? "")")
    #expect(refusal?.hint.isEmpty == false)
  }

  @Test func `what a job can do without is a loss that is named`() throws {
    let job = Self.job {
      $0.limits.timeoutSeconds = 60
      $0.labels = [Pair("team", "data")]
    }
    #expect(try provider().expand(job).losses == ["'timeout' has no place in a crontab"])
  }

  @Test(arguments: [
    ("UTC", "Etc/UTC", "30 2 * * *", true), ("Europe/Berlin", "Europe/Vienna", "30 2 * * *", true),
    ("Europe/Berlin", "UTC", "30 2 * * *", false), ("Europe/Berlin", "UTC", "*/5 * * * *", true),
    ("Europe/Berlin", "UTC", "@hourly", true), ("Europe/Berlin", "UTC", "@reboot", true),
    ("Asia/Kolkata", "UTC", "*/5 * * * *", false), ("Europe/Berlin", "UTC", "0 * * * 1", false),
    ("Europe/London", "UTC", "30 2 * * *", false),
  ])
  func `a schedule of another zone is taken where both clocks say the same`(
    _ host: String, _ zone: String, _ cron: String, _ isTaken: Bool
  ) throws {
    let provider = try provider(zone: host)
    let job = Self.job { $0.schedules = [Schedule(cron: cron, dialect: .unix, timezone: zone)] }
    #expect(((try? provider.expand(job)) != nil) == isTaken)
  }

  @Test func `a system's crontab wants a user`() throws {
    let provider = try provider(isSystem: true, user: nil)
    #expect(throws: ExpansionRefusal.self) { try provider.expand(Self.job()) }
    #expect(throws: ExpansionRefusal.self) { try provider.expand(Self.job { $0.run.user = "a b" }) }
    #expect(try provider.expand(Self.job { $0.identity = "bob" }).resources[0].fields["user"] == "bob")
  }

  // MARK: A world that moves

  @Test func `a change is refused whose resource moved, and the table stays as it is`() async throws {
    let provider = try provider()
    var applied = AppliedResources()
    var job = Self.job()
    _ = try await apply(provider, job, &applied)
    job.schedules[0].cron = "0 4 * * *"
    let plan = try await plan(provider, job, applied)
    let moved = try #require(folder.text(of: "table")).replacing("30 2", with: "31 2")
    folder.write(moved, to: "table")
    let failure = await #expect(throws: Failure.self) { try await provider.perform(plan.changes[0]) }
    #expect(failure?.message.contains("was changed meanwhile") == true)
    #expect(folder.text(of: "table") == moved)
  }

  @Test(arguments: [
    "host.crontab/bob/-/-/a", "gcp.run/p/r/a", "host.crontab/ann/", "host.crontab/ann/a b", "host.crontab/ann/a#x",
  ])
  func `a change of another place, or of what no mark can name, is refused`(_ id: String) async throws {
    let provider = try provider()
    let change = Change(
      id: id, job: "a", action: .create,
      fields: [
        .init(path: "schedule", applied: nil, live: nil, desired: "@daily", kind: .change),
        .init(path: "command", applied: nil, live: nil, desired: "x", kind: .change),
      ], precondition: "absent")
    await #expect(throws: Failure.self) { try await provider.perform(change) }
    #expect(folder.text(of: "table") == nil)
  }
}
