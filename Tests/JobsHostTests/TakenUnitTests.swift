import JobsCore
import JobsCron
import JobsDeploy
import JobsHost
import JobsManifest
import TestSupport
import Testing

/// Units that others made and that were taken over, as resources.
@Suite struct TakenUnitTests {
  private let folder = ToolFolder()

  private func provider(user: String? = nil) throws -> SystemdProvider {
    SystemdProvider(
      place: Place(kind: "host.systemd", identity: "root", account: "web-1", key: "units", name: "the units"),
      folder: folder.file("units"), user: user, home: "/home/ann",
      clock: HostClock(zone: try ZoneDatabase.system.zone(named: "UTC"), zones: .system, now: 1_795_219_200),
      manager: nil)
  }

  private func write(
    _ service: String, _ timer: String = "[Timer]\nOnCalendar=02:30\n[Install]\nWantedBy=timers.target\n"
  ) {
    folder.write(service, to: "units/mine.service")
    folder.write(timer, to: "units/mine.timer")
  }

  private func found(_ provider: SystemdProvider) async throws -> FoundJob {
    let found = try await provider.findJobs(for: JobOwnership())
    return try #require(found.jobs.first, "\(found.unread.map(\.reason.message))")
  }

  /// Takes what is there over, and gives its job.
  private func adopt(_ provider: SystemdProvider) async throws -> Job {
    let found = try await found(provider)
    let adoption = Adoption(found.parts, as: try provider.expand(found.job).resources, marks: [])
    try #require(adoption.isExact, "\(adoption.differences)")
    for change in adoption.changes { try await provider.perform(change) }
    return found.job
  }

  @discardableResult
  private func apply(_ provider: SystemdProvider, _ job: Job) async throws -> [String] {
    let plan = try Plan([provider.expand(job)], in: try await provider.survey(), applied: AppliedResources())
    for change in plan.changes { try await provider.perform(change) }
    return plan.changes.flatMap { $0.fields.map(\.path) }
  }

  // MARK: Conformance

  /// As people write them.
  private static let services = [
    "[Service]\nExecStart=/srv/backup\n",
    "; words\n[Unit]\nDescription = By hand\nAfter=a.service\n[Service]\nType=oneshot\nExecStart= /srv/backup\n# end\n",
  ]

  @Test(arguments: services)
  func `they are read, left alone, changed field by field, mended, and go`(_ text: String) async throws {
    let provider = try provider()
    write(text)
    var job = try await adopt(provider)
    #expect(try await provider.survey().owned.map(\.owner) == ["-/-/mine", "-/-/mine"])
    job.paused = false
    #expect(try await apply(provider, job) == ["enabled"])
    let before = job
    for edit in SystemdProviderTests.edits {
      var changed = before
      edit.change(&changed)
      for job in [changed, before] {
        #expect(try await apply(provider, job) == [edit.field], "\(edit)")
        #expect(try await apply(provider, job).isEmpty, "\(edit)")
      }
    }
    // Whatever was changed and changed back, all that a manifest has no word for is there still.
    let now = try #require(folder.text(of: "units/mine.service"))
    for line in text.split(separator: "\n") where !line.contains("ExecStart") { #expect(now.contains("\(line)\n")) }
    folder.write(now.replacing("/srv/backup", with: "/srv/theirs") + "Nice=3\n", to: "units/mine.service")
    #expect(try await apply(provider, before) == ["Service.ExecStart", "Service.Nice"])
    #expect(try await apply(provider, before).isEmpty)

    for resource in try await provider.survey().owned.reversed() {
      let comparison = Comparison(applied: nil, desired: nil, live: resource)
      try await provider.perform(try #require(comparison.change(id: resource.id, job: "-/-/mine")))
    }
    #expect(folder.names(in: "units") == ["timers.target.wants"])
    // Made anew they have the form that units of this tool have.
    #expect(try await apply(provider, before).count > 4)
    #expect(
      folder.text(of: "units/mine.service")?.contains("\nDescription=-/-/mine\n\n[Service]\nType=oneshot\n") == true)
    #expect(try await apply(provider, before).isEmpty)
  }

  // MARK: Reading

  @Test(arguments: [
    ("ExecStart=/a 'b c' \"d e\" f\\x20g \\; h\"i j\"k", ["/a", "b c", "d e", "f g", ";", "hi jk"]),
    ("ExecStart=:/a $X ${Y} %%", ["/a", "$X", "${Y}", "%"]),
    ("ExecStart=/a $$X a$b \\u00e4\\101\\t.", ["/a", "$X", "a$b", "äA\t."]),
    ("ExecStart=/a \\\n  # c\n ; d\n  b\\\n", ["/a", "b"]),
    ("ExecStart=/x\nExecStart=\nExecStart=/a %n %p %h %i", ["/a", "mine.service", "mine", "/home/ann", ""]),
    ("ExecStart = \"/a b\" \t c ", ["/a b", "c"]), ("ExecStart=/bin/sh -c 'exit 3'", ["/bin/sh", "-c", "exit 3"]),
  ])
  func `a command is read as systemd reads it`(_ text: String, _ words: [String]) async throws {
    write("[Service]\n\(text)\n")
    #expect(try await found(try provider()).job.run.argv == words)
  }

  @Test func `every limit and setting has its place`() async throws {
    write(
      """
      [Service]
      Type=oneshot
      ExecStart=/a
      User=%u
      Group=ops
      WorkingDirectory=%h/x
      Environment=A=1 "B=two words" A=3
      Environment=C=%%
      EnvironmentFile=/etc/x
      TimeoutSec=2min
      MemoryMax=1G
      CPUQuota=12.5%
      Nice=-5
      UMask=027
      LimitNOFILE=infinity
      LimitCORE=0
      """, "[Timer]\nOnCalendar=daily\nRandomizedDelaySec=1min 30s\nPersistent=on\n[Install]\nWantedBy=timers.target\n")
    let job = try await found(try provider()).job
    #expect(job.run.user == "root" && job.run.host.group == "ops" && job.run.workingDirectory == "/home/ann/x")
    #expect(job.run.env == [Pair("A", "3"), Pair("B", "two words"), Pair("C", "%")] && job.run.envFile == "/etc/x")
    #expect(job.limits.timeoutSeconds == 120 && job.limits.host.graceSeconds == 120)
    #expect(job.resources.memoryBytes == 1 << 30 && job.resources.cpuMillis == 125)
    #expect(job.run.host.nice == -5 && job.run.host.umask == 0o27)
    #expect(Set(job.run.host.ulimits) == [ResourceLimit(.nofile, nil), ResourceLimit(.core, 0)])
    #expect(job.limits.host.jitterSeconds == 90 && job.limits.missed?.policy == .last && job.paused)
  }

  @Test func `a service whose start is not its run ends by another limit`() async throws {
    write("[Service]\nExecStart=/a\nTimeoutStartSec=5\nRuntimeMaxSec=1h\n")
    let provider = try provider()
    var job = try await adopt(provider)
    #expect(job.limits.timeoutSeconds == 3600)
    job.limits.timeoutSeconds = 60
    #expect(try await apply(provider, job) == ["Service.TimeoutStartSec"])
    #expect(folder.text(of: "units/mine.service")?.hasSuffix("TimeoutStartSec=5\nRuntimeMaxSec=60s\n") == true)
  }

  @Test func `templates, links and units of no timer are not read`() async throws {
    folder.write("[Service]\nExecStart=/a\n", to: "units/web.service")
    folder.write("[Timer]\nOnCalendar=daily\n", to: "units/each@.timer")
    let found = try await provider().findJobs(for: JobOwnership())
    #expect(found.jobs.isEmpty && found.unread.count == 1 && found.unread[0].reason.message.contains("a template"))
    #expect(try await provider().survey().foreign.map(\.name).map { $0.hasSuffix("each@.timer'") } == [true])
  }

  @Test func `what does the same as a unit of others is told`() async throws {
    write("[Service]\nExecStart=/srv/backup --all\n")
    var job = Job(name: "a")
    job.target.kind = .host
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix, timezone: "UTC")]
    job.run.command = ["/srv/backup", "--all"]
    let provider = try provider()
    let plan = try Plan([provider.expand(job.filled)], in: try await provider.survey(), applied: AppliedResources())
    #expect(plan.twins.map(\.name).first?.hasSuffix("units/mine.service'") == true && plan.foreign == 2)
  }

  @Test(arguments: ["jobs-x", "a@b", "a/b", ".x", "", "a b"])
  func `an annotation names no unit that cannot be others'`(_ name: String) throws {
    var job = Job(name: "a")
    job.target.kind = .host
    job.schedules = [Schedule(cron: "30 2 * * *", dialect: .unix, timezone: "UTC")]
    job.run.command = ["/srv/backup"]
    job.annotations = [Pair("jobs/unit", name)]
    #expect(throws: ExpansionRefusal.self) { try provider().expand(job) }
  }

  @Test func `lines that end as on Windows are lines, and stay so`() throws {
    let bytes = Array("[Timer]\r\nOnCalendar=daily\r\n# \r\nPersistent=yes\r\n".utf8)
    #expect(UnitSyntax(bytes).assignments.count == 2)
    #expect(TakenUnit.edited(bytes, from: [], to: []) == bytes)
    #expect(TakenUnit.edited([0xff, 10], from: [], to: []) == nil)
  }
}
