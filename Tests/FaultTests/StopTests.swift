import Glibc
import JobsStore
import TestSupport
import Testing

/// The daemon is asked to stop.
@Suite struct StopTests {
  private let host = FaultHost()

  @Test("A run may finish after a signal, and nothing starts any more", arguments: [SIGTERM, SIGINT])
  func drains(_ signal: Int32) async throws {
    host.write([host.job("a", spec: "concurrency: forbid", script: "\(host.waiting(for: "go")); exit 3")])
    try await host.start()
    try await host.until("the job runs") { host.ledger.lines.count == 1 }
    host.daemon?.signal(signal)
    try await host.until("the daemon has understood") { host.count("may finish") == 1 }
    let asked = FaultHost.now
    // Due times pass, and nothing comes of them now.
    try await host.until("a due time has passed") { FaultHost.now > asked + 1 }
    host.touch("go")
    #expect(try await host.end().status == 0)
    let rows = try host.executions()
    #expect(rows.allSatisfy { ($0.scheduled ?? 0) / 1000 <= asked })
    #expect(rows.filter { $0.started != nil }.map(\.exitCode) == [3])
    #expect(host.ledger.complaints(about: rows) { _ in 3 } == [])
  }

  @Test("A retry that waits survives the daemon, with its time", arguments: [SIGTERM, SIGINT, SIGKILL])
  func backoff(_ signal: Int32) async throws {
    let script = "[ $JOBS_ATTEMPT = 2 ] && exit 0; exit 75"
    host.write([
      host.job(
        "a", spec: "concurrency: forbid, retry: {attempts: 1, backoff: fixed, delay: 30s}", script: script)
    ])
    try await host.start()
    var waiting: Execution?
    try await host.until("the retry stands in the history") {
      waiting = try host.executions(of: "a").first { $0.trigger == "retry" }
      return waiting != nil
    }
    let retry = try #require(waiting)
    try #require(retry.state == .pending)
    if signal == SIGKILL { try host.kill() } else { #expect(try await host.stop(signal).status == 0) }
    let left = try #require(try host.executions().first { $0.id == retry.id })
    #expect(left.state == .pending)
    #expect(left.scheduled == retry.scheduled)
    try await host.start()
    try await host.until("the retry has run") {
      try host.executions().contains { $0.id == retry.id && !$0.state.isOpen }
    }
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    let ended = try #require(rows.first { $0.id == retry.id })
    #expect(ended.state == .succeeded)
    #expect(ended.attempt == 2)
    #expect((ended.started ?? 0) >= (retry.scheduled ?? .max), "it ran before its time")
    #expect(host.ledger.complaints(about: rows) { $0.attempt == 2 ? 0 : 75 } == [])
  }

  @Test func `a second signal ends runs by TERM, a third by KILL`() async throws {
    host.write([
      host.job("gives-way", spec: "concurrency: forbid", script: "sleep 300"),
      host.job(
        "stays", spec: "concurrency: forbid, grace: 300s",
        script:
          "trap 'touch \(host.folder.file("heard"))' TERM; while [ -d '\(host.folder.path)' ]; do sleep 0.05; done"),
    ])
    try await host.start()
    try await host.until("both run") { host.ledger.lines.count == 2 }
    // The shell needs a moment from its line in the ledger to its trap.
    var process: ProcessIdentity?
    try await host.until("the trap is set") {
      process = try host.executions(of: "stays").compactMap(\.process).first
      return process.map { ProcessStatus.catches(SIGTERM, $0.pid) } ?? false
    }
    let stays = try #require(process)
    host.daemon?.signal(SIGTERM)
    try await host.until("the daemon has understood") { host.count("may finish") == 1 }
    host.daemon?.signal(SIGTERM)
    try await host.until("one has given way, and one has heard") {
      try host.folder.exists("heard") && host.executions(of: "gives-way").contains { $0.state == .cancelled }
    }
    #expect(host.daemon?.poll() == nil)
    host.daemon?.signal(SIGTERM)
    #expect(try await host.end().status == 0)
    let rows = try host.executions().filter { $0.started != nil }
    #expect(rows.map(\.state) == [.cancelled, .cancelled])
    #expect(rows.first { $0.job == FaultHost.id("gives-way") }?.signal == SIGTERM)
    #expect(rows.first { $0.job == FaultHost.id("stays") }?.signal == SIGKILL)
    #expect(!stays.isAlive)
  }

  @Test func `a second daemon leaves with status 3 and names the first`() async throws {
    host.write([host.job("a")])
    try await host.start()
    let second = try await host.end(of: host.launch())
    #expect(second.status == 3)
    #expect(second.stderr.contains("process \(host.pid)"))
    #expect(second.stderr.contains("--state"))
    let ran = host.ledger.lines.count
    try await host.until("the first goes on") { host.ledger.lines.count > ran }
    #expect(try await host.stop().status == 0)
    #expect(try host.ledger.complaints(about: host.executions()) { _ in 0 } == [])
  }

  @Test func `once is once, although more becomes due while its runs go on`() async throws {
    host.write([host.job("a", script: "sleep 1.5; exit 3")])
    try await host.start()
    try await host.until("the job runs") { !host.ledger.lines.isEmpty }
    #expect(try await host.stop().status == 0)
    let stopped = FaultHost.now
    try await host.until("more is due") { FaultHost.now > stopped + 2 }
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    #expect(rows.contains { ($0.scheduled ?? 0) / 1000 > stopped && $0.exitCode == 3 })
    #expect(host.ledger.complaints(about: rows) { _ in 3 } == [])
  }
}
