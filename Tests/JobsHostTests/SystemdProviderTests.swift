import Glibc
import JobsCore
import JobsCron
import JobsDeploy
import JobsHost
import JobsManifest
import Synchronization
import TestSupport
import Testing

@Suite struct SystemdProviderTests {
  private let folder = ToolFolder()

  /// What the manager was told.
  private final class Told: Sendable {
    let acts = Mutex<[UnitManager.Act]>([])
    let fails = Mutex(false)

    var manager: UnitManager {
      UnitManager { act throws(Failure) in
        if self.fails.withLock({ $0 }) { throw .world("it is not there") }
        self.acts.withLock { $0.append(act) }
      }
    }

    func take() -> [UnitManager.Act] {
      acts.withLock { acts in
        defer { acts = [] }
        return acts
      }
    }
  }

  private func provider(user: String? = nil, manager: UnitManager? = nil) throws -> SystemdProvider {
    SystemdProvider(
      place: Place(kind: "host.systemd", identity: "root", account: "web-1", key: "units", name: "the units"),
      folder: folder.file("units"), user: user,
      clock: HostClock(zone: try ZoneDatabase.system.zone(named: "UTC"), zones: .system, now: 1_795_219_200),
      manager: manager)
  }

  private static func job(_ change: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job(name: "a")
    job.env = "prod"
    job.target.kind = .host
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix, timezone: "UTC")]
    job.run.command = ["/srv/backup", "--all of it"]
    change(&job)
    return job.filled
  }

  @discardableResult
  private func apply(
    _ provider: SystemdProvider, _ job: Job, _ applied: inout AppliedResources
  ) async throws -> [String] {
    let survey = try await provider.survey()
    let plan = try Plan([provider.expand(job)], in: survey, applied: applied)
    let live = Dictionary(uniqueKeysWithValues: survey.owned.map { ($0.id, $0.fields) })
    for change in plan.changes {
      try await provider.perform(change)
      applied[change.id] = change.action == .delete ? nil : change.result(over: live[change.id] ?? [])
    }
    return plan.changes.flatMap { change in
      change.action == .update ? change.fields.map(\.path) : ["\(change.action) \(change.id.suffix(9))"]
    }
  }

  // MARK: Conformance

  struct Edit: Sendable, CustomTestStringConvertible {
    var field: String
    var change: @Sendable (inout Job) -> Void
    var testDescription: String { field }
  }

  static let edits: [Edit] = [
    Edit(field: "Service.ExecStart") { $0.run.command = ["/srv/other"] },
    Edit(field: "Service.WorkingDirectory") { $0.run.workingDirectory = "/srv/50% of it" },
    Edit(field: "Service.Environment") { $0.run.env = [Pair("A", "1"), Pair("B", "two words")] },
    Edit(field: "Service.EnvironmentFile") { $0.run.envFile = "/etc/x.env" },
    Edit(field: "Service.User") { $0.run.user = "bob" },
    Edit(field: "Service.Group") { $0.run.host.group = "ops" },
    Edit(field: "Service.TimeoutStartSec") { $0.limits.timeoutSeconds = 90 },
    Edit(field: "Service.TimeoutStopSec") { $0.limits.host.graceSeconds = 5 },
    Edit(field: "Service.MemoryMax") { $0.resources.memoryBytes = 1 << 30 },
    Edit(field: "Service.CPUQuota") { $0.resources.cpuMillis = 1255 },
    Edit(field: "Service.Nice") { $0.run.host.nice = 10 },
    Edit(field: "Service.UMask") { $0.run.host.umask = 0o27 },
    Edit(field: "Service.LimitNOFILE") { $0.run.host.ulimits = [ResourceLimit(.nofile, nil)] },
    Edit(field: "Timer.OnCalendar") {
      $0.schedules.append(Schedule(cron: "0 9 * * 1", dialect: .unix, timezone: "UTC"))
    },
    Edit(field: "Timer.Persistent") { $0.limits.missed = Missed(policy: .last) },
    Edit(field: "Timer.RandomizedDelaySec") { $0.limits.host.jitterSeconds = 30 },
  ]

  @Test func `units are made, read back, left alone, changed field by field, mended and removed`() async throws {
    let provider = try provider()
    var applied = AppliedResources()
    let job = Self.job()
    #expect(try await apply(provider, job, &applied) == ["create a.service", "create s-a.timer"])
    let owned = try await provider.survey().owned
    #expect(owned.map(\.fields) == (try provider.expand(job).resources.map(\.fields)))
    #expect(owned.allSatisfy { $0.appliedDigest == $0.fields.digest && $0.owner == "-/prod/a" })
    #expect(try await apply(provider, job, &applied).isEmpty)
    applied = AppliedResources()
    #expect(try await apply(provider, job, &applied).isEmpty)

    for edit in Self.edits {
      for job in [Self.job(edit.change), job] {
        #expect(try await apply(provider, job, &applied) == [edit.field], "\(edit)")
        #expect(try await apply(provider, job, &applied).isEmpty, "\(edit)")
      }
    }
    // Moved by somebody else.
    let service = try #require(folder.text(of: "units/jobs-a.service"))
    folder.write(
      service.replacing("/srv/backup", with: "/srv/theirs") + "Nice=3\n# words\n", to: "units/jobs-a.service")
    let plan = try Plan([provider.expand(job)], in: try await provider.survey(), applied: applied)
    #expect(plan.drifted.flatMap(\.fields).map(\.path) == ["Service.ExecStart", "Service.Nice"])
    #expect(try await apply(provider, job, &applied) == ["Service.ExecStart", "Service.Nice"])
    #expect(folder.text(of: "units/jobs-a.service") == service)
    unlink(folder.file("units/timers.target.wants/jobs-a.timer"))
    #expect(try await apply(provider, job, &applied) == ["enabled"])
    #expect(
      try await apply(provider, Self.job { $0.enabled = false }, &applied) == ["delete s-a.timer", "delete a.service"])
    #expect(folder.names(in: "units") == ["timers.target.wants"])
    #expect(folder.names(in: "units/timers.target.wants").isEmpty)
  }

  /// What no manifest changes, and what the others tell: the service of a timer, and what is named by its kind.
  private static let fixed = [
    "Unit.Description", "Service.Type", "Timer.AccuracySec", "Install.WantedBy", "Timer.Unit", "Service.Limit",
  ]

  @Test func `each field that a unit can have is among those that are changed and moved`() {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let source = ToolFolder.text("\(root)/Sources/JobsHost/Systemd/SystemdUnits.swift") ?? ""
    let fields = Set(source.matches(of: #/"((?:Unit|Service|Timer|Install)\.\w+)/#).map { String($0.1) })
    #expect(fields.count > 15)
    #expect(fields.subtracting(Self.fixed).subtracting(Self.edits.map(\.field)).isEmpty)
    #expect(Set(Self.edits.map(\.field)).subtracting(fields) == ["Service.LimitNOFILE"])
  }

  @Test func `units made by hand are somebody else's, and stand in the way`() async throws {
    let provider = try provider()
    folder.write("[Service]\nExecStart=/bin/true\n", to: "units/jobs-a.service")
    folder.write("[Timer]\nOnCalendar=daily\n", to: "units/other.timer")
    let plan = try Plan([provider.expand(Self.job())], in: try await provider.survey(), applied: AppliedResources())
    #expect(plan.collisions.map(\.id) == ["host.systemd/units/jobs-a.service"])
    for change in plan.changes + [
      Change(
        id: "host.systemd/units/jobs-a.service", job: "-/prod/a", action: .create, fields: [],
        precondition: LiveResource.absent)
    ] where change.id.hasSuffix(".service") {
      await #expect(throws: Failure.self) { try await provider.perform(change) }
    }
    #expect(folder.text(of: "units/jobs-a.service") == "[Service]\nExecStart=/bin/true\n")
  }

  @Test func `the manager is told, and what it does not take is as it was`() async throws {
    let told = Told()
    let provider = try provider(manager: told.manager)
    var applied = AppliedResources()
    try await apply(provider, Self.job(), &applied)
    #expect(told.take() == [.reload, .reload, .start("jobs-a.timer")])
    let before = folder.text(of: "units/jobs-a.service")
    told.fails.withLock { $0 = true }
    var failure: (any Error)?
    do {
      try await apply(provider, Self.job { $0.run.command = ["/srv/other"] }, &applied)
    } catch {
      failure = error
    }
    #expect(failure is Failure)
    #expect(folder.text(of: "units/jobs-a.service") == before)
    told.fails.withLock { $0 = false }
    try await apply(provider, Self.job { $0.enabled = false }, &applied)
    #expect(told.take() == [.stop("jobs-a.timer"), .reload, .reload])
  }

  // MARK: Out of use

  @Test func `units go out of use, come back, and go for good`() async throws {
    let told = Told()
    let provider = try provider(manager: told.manager)
    var applied = AppliedResources()
    let job = Self.job()
    try await apply(provider, job, &applied)
    let whole = ["service", "timer"].map { folder.text(of: "units/jobs-a.\($0)") }
    func prune(days: Int, on day: String) async throws -> [Change.Action] {
      let survey = try await provider.survey()
      let today = try #require(CivilDate(text: day))
      let pruning = Pruning(survey.owned, in: survey, applied: applied, days: days, today: today) {
        provider.quarantine($0, on: today)
      }
      for change in pruning.changes { try await provider.perform(change) }
      return pruning.changes.map(\.action)
    }
    _ = told.take()
    #expect(try await prune(days: 14, on: "2026-11-21") == [.quarantine, .quarantine])
    #expect(told.take().contains(.stop("jobs-a.timer")))
    #expect(folder.names(in: "units/timers.target.wants").isEmpty)
    let owned = try await provider.survey().owned
    #expect(owned.map(\.quarantined) == ["2026-11-21", "2026-11-21"])
    #expect(owned.allSatisfy { $0.appliedDigest == $0.fields.digest })
    #expect(try await prune(days: 14, on: "2026-12-04").isEmpty)

    // With its job it comes back as it was, and counts again.
    applied = AppliedResources()
    #expect(try await apply(provider, job, &applied) == ["quarantined", "enabled", "quarantined"])
    #expect(["service", "timer"].map { folder.text(of: "units/jobs-a.\($0)") } == whole)
    #expect(told.take().contains(.start("jobs-a.timer")))

    _ = try await prune(days: 14, on: "2026-11-21")
    #expect(try await prune(days: 14, on: "2026-12-05") == [.delete, .delete])
    #expect(folder.names(in: "units") == ["timers.target.wants"])
  }

  @Test(arguments: ["jobs-a.timer", "jobs-a.service"])
  func `a drop-in shows as drift, and is never touched`(_ unit: String) async throws {
    let provider = try provider()
    var applied = AppliedResources()
    try await apply(provider, Self.job(), &applied)
    let before = folder.text(of: "units/\(unit)")
    let text = "# by hand\n[Timer]\nOnCalendar=\nOnCalendar=daily\n"
    folder.write(text, to: "units/\(unit).d/override.conf")
    folder.write("x", to: "units/\(unit).d/notes.txt")
    let plan = try Plan([provider.expand(Self.job())], in: try await provider.survey(), applied: applied)
    let field = try #require(plan.drifted.first?.fields.first)
    #expect(plan.changes.count == 1 && field.path == "drop-in override.conf" && field.kind == .drift)
    #expect(field.live == "[Timer]; OnCalendar=; OnCalendar=daily" && field.desired == nil)
    do throws(Failure) {
      try await provider.perform(plan.changes[0])
      Issue.record("it was taken for ours")
    } catch {
      #expect(error.message.contains("units/\(unit).d/override.conf' was made by hand"))
    }
    #expect(folder.text(of: "units/\(unit).d/override.conf") == text && folder.text(of: "units/\(unit)") == before)
    // It stands in nobody's way where the unit goes out of use.
    let found = try #require(try await provider.survey().owned.first { $0.id.hasSuffix(unit) })
    let day = try #require(CivilDate(text: "2026-11-21"))
    let out = try #require(provider.quarantine(found, on: day))
    #expect(out["drop-in override.conf"] == found.fields["drop-in override.conf"])
  }

  // MARK: What systemd makes of it

  private static let hasSystemd = ["/usr/bin", "/bin"].contains { access("\($0)/systemd-analyze", X_OK) == 0 }

  @Test(.enabled(if: hasSystemd, "'systemd-analyze' is not installed"))
  func `systemd finds no fault in units, whatever the words of a job`() async throws {
    let provider = try provider()
    var applied = AppliedResources()
    let words = [
      "a b", "50%", "$HOME", "${X}", "\"quoted\"", "it's", "back\\slash", ";", "#", "tab\there", "line\nbreak", "ä€",
      "",
      "[x]", "-", "@", "\u{1}", "\\n", "%h", "$$",
    ]
    var job = Self.job { job in
      job.run.command = ["/bin/echo"] + words
      job.run.env = words.filter { !$0.isEmpty }.enumerated().map { Pair("V\($0)", $1) }
      job.run.user = "root"
      job.run.workingDirectory = "/tmp"
      job.run.envFile = "/etc/hostname"
    }
    for edit in Self.edits
    where !["ExecStart", "User", "Group", "WorkingDirectory", "Environment", "EnvironmentFile"]
      .contains(String(edit.field.drop { $0 != "." }.dropFirst()))
    {
      edit.change(&job)
    }
    try await apply(provider, job, &applied)
    #expect(try await apply(provider, job, &applied).isEmpty)
    let verify = Tool.shell("systemd-analyze verify --man=no units/jobs-a.service units/jobs-a.timer 2>&1", in: folder)
    // It ends with 0 though it names keys that it does not know.
    let own = verify.stdout.split(separator: "\n").filter { $0.contains("jobs-a") }
    #expect(verify.status == 0 && own.isEmpty, "\(verify.stdout)")
  }

  private static let refusals: [Edit] = [
    Edit(field: "secrets") { $0.run.secrets = [Pair("A", "b")] }, Edit(field: "image") { $0.run.image = "i" },
    Edit(field: "absolute") { $0.run.command = ["./x"] }, Edit(field: "program") { $0.run.command = ["+/bin/true"] },
    Edit(field: "workingDir") { $0.run.workingDirectory = "here" },
    Edit(field: "workingDir") { $0.run.workingDirectory = "/a\nb" },
    Edit(field: "no timer keeps") { $0.schedules[0].timezone = "Europe/Berlin" },
  ]

  @Test(arguments: refusals)
  func `what a unit cannot give is refused`(_ edit: Edit) throws {
    let provider = try provider()
    do throws(ExpansionRefusal) {
      _ = try provider.expand(Self.job(edit.change))
      Issue.record("it was not refused")
    } catch {
      #expect(error.message.contains(edit.field), "\(error.message)")
    }
  }

  @Test func `a user's units run as that user`() throws {
    #expect(throws: ExpansionRefusal.self) { try provider(user: "ann").expand(Self.job { $0.run.user = "bob" }) }
    let own = try provider(user: "ann").expand(Self.job { $0.run.user = "ann" })
    #expect(!own.resources[0].fields.contains { $0.name == "Service.User" })
  }
}
