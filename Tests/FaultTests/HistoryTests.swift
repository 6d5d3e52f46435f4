import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

/// The history is locked, damaged or large.
@Suite struct HistoryTests {
  private let host = FaultHost()

  @Test func `while somebody else has locked the history nothing is lost`() async throws {
    host.write([host.job("a", script: Ledger.exitByDueTime)])
    try await host.start()
    let start = FaultHost.now + 1
    try await host.until("the job runs") { host.ledger.lines.count > 1 }
    do {
      let other = try Database(path: host.state.history, access: .readWrite)
      try other.execute("BEGIN EXCLUSIVE")
      try await host.until("the daemon says so") { host.count("error history") > 0 }
      let locked = FaultHost.now
      let seconds: Int64 = FaultScale.isLong ? 30 : 4
      try await host.until("more is due") { FaultHost.now > locked + seconds }
      try other.execute("ROLLBACK")
    }
    let free = FaultHost.now
    try await host.until("the newest has run") {
      try host.executions().contains { $0.started != nil && ($0.scheduled ?? 0) / 1000 > free }
    }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    #expect(host.ledger.complaints(about: rows, due: ["a": start...end], exitCode: Ledger.exitCode) == [])
  }

  enum Damage: String, CaseIterable {
    case header, pages, half
  }

  @Test("A damaged history is put aside, said loudly, and a new one begun", arguments: Damage.allCases)
  func damaged(_ damage: Damage) async throws {
    host.write([host.job("a")])
    try await host.start()
    try await host.until("the job runs") { host.ledger.lines.count > 1 }
    #expect(try await host.stop().status == 0)
    #expect(Tool.shell(Self.script(damage), in: host.folder).status == 0)
    let old = host.ledger.lines.count
    try await host.start()
    try await host.until("the job runs again") { host.ledger.lines.count > old }
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let aside = host.folder.names(in: "state").filter {
      $0.hasPrefix("history.sqlite.corrupt-") && !$0.hasSuffix("-wal")
    }
    #expect(aside.count == 1)
    #expect(host.log.contains(aside.first ?? "nothing was put aside"))
    let rest = host.ledger.lines.dropFirst(old).map { "\($0.job) \($0.execution) \($0.scheduledAt)\n" }.joined()
    #expect(try Ledger(rest).complaints(about: host.executions()) { _ in 0 } == [])
  }

  @Test(
    "A history that is damaged while the daemon runs is put aside, and what is open goes over",
    arguments: Damage.allCases)
  func damagedMeanwhile(_ damage: Damage) async throws {
    host.write([
      host.job("a", script: Ledger.exitByDueTime),
      host.job("long", spec: "concurrency: forbid", script: "\(host.waiting(for: "go")); exit 3"),
    ])
    try await host.start()
    try await host.until("both run") { Set(host.ledger.lines.map(\.job)).count == 2 }
    let long = try #require(host.ledger.lines.first { $0.job == FaultHost.id("long") }).execution
    try await host.until("the start is written") { try host.executions(of: "long").contains { $0.state == .running } }
    do {
      let other = try Database(path: host.state.history, access: .readWrite)
      // Another name, by which the new history is never met.
      link(host.state.history, host.folder.file("same"))
      try await host.until("the log is written back") { try other.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0 }
      // Whoever sees this commit reads its pages anew, and those are damaged.
      try other.execute("BEGIN IMMEDIATE; UPDATE daemon SET value = value")
      #expect(Tool.shell(Self.script(damage), in: host.folder).status == 0)
      try other.execute("COMMIT")
      // What the daemon wrote in between is read from the log, until that is written back: then it is damaged again.
      try await host.until("it is put aside") {
        guard !host.log.contains("it was damaged and is now") else { return true }
        _ = try? other.integer("PRAGMA wal_checkpoint(TRUNCATE)")
        _ = Tool.shell(Self.script(damage, "same"), in: host.folder)
        return false
      }
    }
    let start = FaultHost.now + 1
    let end = start + 3
    try await host.until("the job goes on") {
      try host.executions(of: "a").contains { ($0.scheduled ?? 0) / 1000 > end }
    }
    #expect(try host.executions(of: "long").contains { "\($0.id)" == long && $0.state == .running })
    host.touch("go")
    try await host.until("the long run has ended") {
      try host.executions(of: "long").contains { "\($0.id)" == long && $0.exitCode == 3 }
    }
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let aside = host.folder.names(in: "state").filter {
      $0.hasPrefix("history.sqlite.corrupt-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
    }
    #expect(aside.count == 1)
    let rows = try host.executions()
    let known = Set(rows.map { "\($0.id)" })
    // What had ended before is in the file that was put aside.
    let from = Instant(seconds: start).rfc3339
    let rest = host.ledger.lines.filter { known.contains($0.execution) || $0.scheduledAt >= from }
    let ledger = Ledger(rest.map { "\($0.job) \($0.execution) \($0.scheduledAt)\n" }.joined())
    let complaints = ledger.complaints(about: rows, due: ["a": start...end]) {
      $0.job == FaultHost.id("long") ? 3 : Ledger.exitCode(of: $0)
    }
    #expect(complaints == [])
  }

  @Test func `a run that the new history does not know is told, and left alone`() async throws {
    host.write([
      host.job(
        "a", spec: "concurrency: forbid", script: "\(host.waiting(for: "go")); touch '\(host.folder.file("over"))'")
    ])
    try await host.start()
    try await host.until("the job runs") { host.ledger.lines.count == 1 }
    let id = host.ledger.lines[0].execution
    try host.kill()
    // The log of the last transactions would mend what is damaged in the file.
    #expect(Tool.shell("rm state/history.sqlite-*; \(Self.script(.header))", in: host.folder).status == 0)
    try await host.start()
    #expect(host.log.contains("execution '\(id)', which is not in the history"))
    host.touch("go")
    try await host.until("it has ended of itself") { host.folder.exists("over") }
    #expect(try await host.stop().status == 0)
  }

  /// All was written into the file itself when the daemon ended.
  private static func script(_ damage: Damage, _ file: String = "state/history.sqlite") -> String {
    switch damage {
    case .header: "dd if=/dev/urandom of=\(file) bs=100 count=1 conv=notrunc"
    case .pages: "dd if=/dev/urandom of=\(file) bs=4096 seek=1 count=40 conv=notrunc"
    case .half: "truncate -s 6000 \(file)"
    }
  }

  @Test func `a start reads as little of a large history as of a small one`() async throws {
    host.write([host.job("a", cron: "0 0 0 1 1 *")])
    try await host.start()
    let small = try #require(ProcessStatus.bytesRead(host.pid))
    #expect(try await host.stop().status == 0)
    try await grow(to: FaultScale.isLong ? 10_000_000 : 1_000_000)
    try await host.start()
    let large = try #require(ProcessStatus.bytesRead(host.pid))
    #expect(large - small < 4 << 20, "\(small) bytes, then \(large)")
    #expect(ProcessStatus.highWater(host.pid) < 64 << 10)
    #expect(try await host.stop().status == 0)
  }

  @Test func `what is too old goes while jobs run, and none of these is lost`() async throws {
    host.write([host.job("a", script: Ledger.exitByDueTime)])
    try await host.start()
    #expect(try await host.stop().status == 0)
    let rows = FaultScale.isLong ? 200_000 : 20_000
    try await grow(to: rows)
    let stray = "state/output/2020-01-01/01H00000000000000000000000.stdout"
    host.folder.write("x", to: stray)
    #expect(Tool.shell("touch -d 2020-01-01 '\(stray)'", in: host.folder).status == 0)
    try await host.start(["--keep-days", "100"])
    let start = FaultHost.now + 1
    try await host.until("all that is too old is gone", seconds: 200) {
      host.count("removed what is no longer") == 1 && FaultHost.now > start + 2
    }
    let end = FaultHost.now - 1
    #expect(host.log.contains("\(rows - 1000) executions, 0 dead letters and 1 files"))
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let history = try RunHistory(reading: host.state)
    // Of each job the last one stays.
    #expect(try history.lastExecutions(of: ["job-7"]).map(\.created) == [Int64(rows - 993) * 1000])
    let own = try host.executions(of: "a")
    #expect(try history.count() == 1000 + own.count)
    #expect(!host.folder.exists("state/output/2020-01-01"))
    #expect(host.ledger.complaints(about: own, due: ["a": start...end], exitCode: Ledger.exitCode) == [])
  }

  private func grow(to rows: Int) async throws {
    let path = host.state.history
    try await aside { try Self.grow(path, to: rows) }
  }

  private static func grow(_ path: String, to rows: Int) throws {
    let database = try Database(path: path, access: .readWrite)
    try database.execute(
      """
      WITH RECURSIVE number (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM number WHERE n < \(rows))
      INSERT INTO execution (id, job, backend, trigger, state, created_ms, scheduled_ms, started_ms, ended_ms,
        duration_ms, exit_code, boot_id, owner_pid, owner_started, keeper)
      SELECT printf('01H%023d', n), 'job-' || (n % 1000), 'local', 'schedule', 'succeeded', n * 1000, n * 1000,
        n * 1000, n * 1000 + 5, 5, 0, 'an earlier boot', 1, 1, '01H00000000000000000000000'
      FROM number
      """)
  }
}
