import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

/// The daemon is killed, with or without the keeper of its jobs.
@Suite struct KillTests {
  private let host = FaultHost()

  /// Writes more than one line, so that what is lost at a change of readers is missed.
  private static let talk = "i=0; while [ $i -lt 40 ]; do i=$((i+1)); echo \"line $i\"; sleep 0.03; done"

  private func writeJobs() {
    host.write([
      host.job("each", script: Ledger.exitByDueTime),
      host.job("slow", spec: "concurrency: {queue: 50}", script: "sleep 0.4; \(Ledger.exitByDueTime)"),
      host.job("talks", script: "\(Self.talk); \(Ledger.exitByDueTime)"),
      host.job("recent", spec: "missed: {policy: last}", script: Ledger.exitByDueTime),
    ])
  }

  /// Waits until a run of each job stands in the ledger, so that due times are accounted for from here on.
  private func begin() async throws -> Int64 {
    writeJobs()
    try await host.start()
    let start = FaultHost.now + 1
    try await host.until("every job has run") { Set(host.ledger.lines.map(\.job)).count == 4 }
    return start
  }

  private func check(since start: Int64, _ note: String) async throws {
    try await host.start()
    let end = FaultHost.now
    try await host.until("what was left is over") {
      try host.executions().allSatisfy { !$0.state.isOpen || ($0.scheduled ?? 0) / 1000 > end }
    }
    #expect(try await host.stop().status == 0, "\(note)")
    #expect(try await host.finish().status == 0, "\(note)")
    let rows = try host.executions()
    let window = Dictionary(uniqueKeysWithValues: ["each", "slow", "talks", "recent"].map { ($0, start...end) })
    let complaints = host.ledger.complaints(about: rows, due: window, exitCode: Ledger.exitCode)
    #expect(complaints == [], "\(note)")
    for row in rows where row.job == FaultHost.id("talks") && [.succeeded, .failed].contains(row.state) {
      checkOutput(row, note)
    }
    #expect(host.folder.names(in: "state/keepers") == [], "\(note): keepers left their files")
  }

  /// A killed daemon takes with it what it had read from the pipe and not yet written: a line or two of a run, and rarely.
  /// Nothing else is missing, and nothing is there twice or in another order.
  private func checkOutput(_ row: Execution, _ note: String) {
    let text = row.stdout.path.flatMap(ToolFolder.text) ?? ""
    let numbers = text.split(separator: "\n").compactMap { Int($0.dropFirst(5)) }
    #expect(numbers.map { "line \($0)\n" }.joined() == text, "\(note): the output of \(row.id) is garbled")
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<), "\(note): the output of \(row.id) is out of order")
    #expect(numbers.count >= 32, "\(note): the output of \(row.id) has \(numbers.count) lines")
    #expect(row.stdout.bytes == Int64(text.utf8.count), "\(note): bytes of \(row.id)")
  }

  @Test func `a daemon that is killed at any moment loses no run and runs none twice`() async throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    let start = try await begin()
    for _ in 0..<FaultScale.rounds {
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...1500, using: &generator)))
      try host.kill()
      host.startBlindly()
    }
    try host.kill()
    try await check(since: start, "seed \(seed)")
    let lost = try host.executions().filter { $0.state == .lost }
    #expect(lost.map { "\($0.id): \($0.reason ?? "")" } == [], "seed \(seed)")
  }

  @Test func `what a killed keeper leaves unknown is lost with a reason, and nothing runs twice`() async throws {
    let seed = SeededGenerator.seedOfRun()
    var generator = SeededGenerator(seed: seed)
    let start = try await begin()
    for round in 0..<max(FaultScale.rounds / 3, 3) {
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...1500, using: &generator)))
      var found: Int32?
      try await host.until("there is a keeper") {
        found = try? host.keeper()
        return found != nil
      }
      let keeper = try #require(found)
      // In turn the keeper alone, the keeper first, and the daemon first.
      if round % 3 == 2 { try host.kill() }
      Glibc.kill(keeper, SIGKILL)
      if round % 3 == 1 { try host.kill() }
      if round % 3 > 0 { try await host.start() }
    }
    try host.kill()
    try await check(since: start, "seed \(seed)")
  }

  @Test("A run that outlives its daemon keeps its status and its output", arguments: [true, false])
  func outlives(_ endsMeanwhile: Bool) async throws {
    let script = "echo before; \(host.waiting(for: "go")); echo after; touch '\(host.folder.file("over"))'; exit 7"
    host.write([host.job("a", spec: "concurrency: forbid", script: script)])
    try await host.start()
    try await host.until("the job runs") { host.ledger.lines.count == 1 }
    let id = try #require(host.ledger.lines.first?.execution)
    // What a daemon has taken from the pipe and not yet written goes with it; here it has written.
    try await host.until("the daemon has kept what there was") {
      try host.executions().first { "\($0.id)" == id }
        .flatMap { host.state.outputFile(of: $0, .stdout) }.flatMap(ToolFolder.text) == "before\n"
    }
    try host.kill()
    if endsMeanwhile {
      host.touch("go")
      try await host.until("the job is over") { host.folder.exists("over") }
    }
    try await host.start()
    host.touch("go")
    var found: Execution?
    try await host.until("its row has the end") {
      found = try host.executions().first { "\($0.id)" == id && !$0.state.isOpen }
      return found != nil
    }
    let row = try #require(found)
    #expect(row.state == .failed)
    #expect(row.exitCode == 7)
    #expect(row.stdout.path.flatMap(ToolFolder.text) == "before\nafter\n")
    #expect(row.stdout.bytes == 13)
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions()) { _ in 7 } == [])
  }

  @Test func `a queue survives its daemon, and starts one after another`() async throws {
    host.write([host.job("a", spec: "concurrency: {queue: 50}", script: "\(host.waiting(for: "go")); exit 3")])
    try await host.start()
    try await host.until("some wait behind the one that runs") {
      try host.executions().count { $0.state == .pending } > 2 && host.ledger.lines.count == 1
    }
    let waiting = Set(try host.executions().filter { $0.state == .pending }.map { "\($0.id)" })
    try host.kill()
    try await host.start()
    #expect(host.ledger.lines.count == 1)
    host.touch("go")
    try await host.until("those that waited have run") {
      waiting.isSubset(of: Set(host.ledger.lines.map(\.execution)))
    }
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions()) { _ in 3 } == [])
  }
}
