import Glibc
import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore
import TestSupport
import Testing

/// What the policies of jobs make of due times while time goes on, and the daemon does not.
@Suite struct PolicyTests {
  private let host = FaultHost()

  private func rows(_ job: String, _ state: ExecutionState) throws -> [Execution] {
    try host.executions(of: job).filter { $0.state == state }
  }

  /// Ends the daemon and holds the history against the ledger.
  private func check(_ due: [String: ClosedRange<Int64>] = [:], exitCode: (Execution) -> Int32? = { _ in nil })
    async throws
  {
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions(), due: due, exitCode: exitCode) == [])
  }

  @Test func `a run that is replaced ends by TERM and says by which, and no two go on at once`() async throws {
    let one = host.folder.file("one")
    // The next run finds the folder where this one has not left yet.
    let script = """
      trap \"rmdir '\(one)' 2>/dev/null; exit 0\" TERM; mkdir '\(one)' || exit 9; \
      while [ -d '\(host.folder.path)' ]; do sleep 0.02; done
      """
    host.write([host.job("a", spec: "concurrency: replace", script: script)])
    try await host.start()
    let start = FaultHost.now + 1
    try await host.until("some were replaced") { try rows("a", .cancelled).count > 2 && FaultHost.now > start + 2 }
    let end = FaultHost.now - 1
    host.write([host.job("b")])
    try await host.until("the job is gone") { host.count("removed: \(FaultHost.id("a"))") == 1 }
    try await host.until("its last run is over") {
      let open = try host.executions(of: "a").filter(\.state.isOpen)
      // The history hears of a start a little later, and the shell needs a moment to its trap.
      for pid in open.compactMap(\.process?.pid) where ProcessStatus.catches(SIGTERM, pid) { kill(pid, SIGTERM) }
      return open.isEmpty
    }
    let replaced = try rows("a", .cancelled).filter { $0.started != nil }
    let due = Set(try host.executions(of: "a").compactMap { $0.scheduled.map { Instant(milliseconds: $0).rfc3339 } })
    for row in replaced {
      let by = row.reason?.hasPrefix("replaced by the run due at ") == true ? row.reason?.suffix(20) : nil
      #expect(by.map { due.contains(String($0)) } == true, "\(row.reason ?? "")")
    }
    #expect(try rows("a", .failed) == [])
    try await check(["a": start...end])
  }

  @Test func `what a queue has no place for is skipped, and what has one runs`() async throws {
    host.write([
      host.job("a", spec: "concurrency: {queue: 1}", script: "\(host.waiting(for: "go")); \(Ledger.exitByDueTime)")
    ])
    try await host.start()
    let start = FaultHost.now + 1
    try await host.until("some were skipped") { try rows("a", .skipped).count > 2 && FaultHost.now > start + 2 }
    #expect(host.ledger.lines.count == 1)
    #expect(try rows("a", .pending).count == 1)
    #expect(try rows("a", .skipped).allSatisfy { $0.reason == "an earlier run still goes on, and 1 may wait" })
    let waiting = try #require(try rows("a", .pending).first)
    let end = FaultHost.now - 1
    host.touch("go")
    try await host.until("what waited has run") {
      try host.executions(of: "a").contains { $0.id == waiting.id && !$0.state.isOpen }
    }
    try await check(["a": start...end], exitCode: Ledger.exitCode)
  }

  @Test func `there are no more runs at once than '--max-running' says`() async throws {
    host.write((1...6).map { host.job("j\($0)", spec: "concurrency: forbid", script: host.waiting(for: "go")) })
    try await host.start(["--max-running", "2"])
    try await host.until("all wait") { try host.executions().count { $0.state == .pending } == 4 }
    #expect(host.ledger.lines.count == 2)
    #expect(try host.executions().count { $0.state == .running } == 2)
    host.touch("go")
    try await host.until("every job has run") { Set(host.ledger.lines.map(\.job)).count == 6 }
    try await check { _ in 0 }
  }

  @Test func `what the project file says of the host holds, and what it says later too`() async throws {
    let project = { (running: Int) in
      "apiVersion: jobs/v1\nkind: Project\nmetadata: {name: x}\npools: {db: 2}\nlimits: {running: \(running)}\n"
    }
    let state = { (state: ExecutionState) in try host.executions().filter { $0.state == state }.map(\.job).sorted() }
    host.folder.write(project(3), to: "jobs.yaml")
    let wait = host.waiting(for: "go")
    host.write(
      (1...4).map { host.job("d\($0)", spec: "concurrency: forbid, pools: [db]", script: wait) }
        + (1...2).map { host.job("e\($0)", spec: "concurrency: forbid", script: wait) }, to: "all.yaml")
    try await host.start()
    try await host.until("as many run as may") { try state(.running).count == 3 && state(.pending).count == 3 }
    #expect(try state(.running) == ["d1", "d2", "e1"].map(FaultHost.id))
    host.folder.write(project(6), to: "jobs.yaml")
    host.daemon?.signal(SIGHUP)
    try await host.until("one more runs") { try state(.running).count == 4 }
    #expect(try state(.pending) == ["d3", "d4"].map(FaultHost.id))
    #expect(host.count("info reload the most runs at once: 6") == 1)
    host.touch("go")
    try await host.until("every job has run") { Set(host.ledger.lines.map(\.job)).count == 6 }
    try await check { _ in 0 }
  }

  @Test func `a breaker that opened stays open over a kill, until a run that decides succeeds`() async throws {
    let script = "[ -e '\(host.folder.file("well"))' ] && exit 0; exit 1"
    host.write([host.job("a", spec: "concurrency: forbid, breaker: {failures: 2, cooldown: 25s}", script: script)])
    try await host.start()
    let isOpen = { (row: Execution) in row.reason?.hasPrefix("the circuit breaker is open after 2 failures") == true }
    try await host.until("it is open") { try rows("a", .skipped).contains(where: isOpen) }
    #expect(try rows("a", .failed).count == 2)
    try host.kill()
    host.touch("well")
    let before = try host.executions().count
    try await host.start()
    try await host.until("it is closed") { host.runLog.contains("the circuit breaker closes") }
    let first = try #require(try host.executions(of: "a").dropFirst(before).first)
    #expect(isOpen(first), "\(first.reason ?? "it ran")")
    try await host.until("it runs again") { try rows("a", .succeeded).count > 1 }
    #expect(try rows("a", .failed).count == 2)
    try await check { _ in nil }
  }

  /// The splay of late runs and the jitter of others, which follow from the job and its due time alone.
  @Test func `a start that is put off is not earlier for a restart of the daemon`() async throws {
    let spec = "missed: {policy: last, splay: 12s}, jitter: 1s"
    let names = (1...12).map { "j\($0)" }
    host.write(names.map { host.job($0, spec: spec, cron: "0 0 0 1 1 *") })
    try await host.start()
    #expect(try await host.stop().status == 0)
    // It was New Year while nobody was there.
    do {
      let year: Int64 = 366 * 86400
      let history = try RunHistory(writing: host.state)
      try history.claim([], account: RunHistory.Account(accounted: FaultHost.now - year))
      try history.setScheduled(
        try history.scheduled().map { .init(job: $0.job, schedule: $0.schedule, since: $0.since - year * 1000) },
        removed: [])
    }
    host.startBlindly()
    try await host.until("they are claimed") { try host.executions().count == names.count }
    try host.kill()
    try await host.start()
    try await host.until("all have run") { host.ledger.lines.count == names.count }
    var job = Job(name: "a")
    job.limits.host.jitterSeconds = 1
    job.limits.missed = Missed(policy: .last, splaySeconds: 12)
    let policy = JobPolicy(job, .system)
    for row in try host.executions() where row.state == .succeeded {
      let delay = policy.delay(job: row.job, at: (row.scheduled ?? 0) / 1000, isLate: true)
      // Several clocks are read, each to a millisecond.
      #expect((row.started ?? 0) + 5 >= row.created + delay, "\(row.job) was put off by \(delay) ms")
    }
    try await check { _ in 0 }
  }
}
