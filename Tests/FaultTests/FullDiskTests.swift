import Glibc
import JobsStore
import TestSupport
import Testing

/// The disk of the logs or of the history is full for a while.
@Suite(.enabled(if: SmallDisk.isAvailable, "only root can mount a small disk"))
struct FullDiskTests {
  /// Takes all the room there is.
  private func fill(_ disk: SmallDisk) {
    let fd = open(disk.file("filler"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(fd) }
    for size in [65536, 4096, 1] {
      let bytes = [UInt8](repeating: 0, count: size)
      while write(fd, bytes, size) == size {}
    }
  }

  @Test func `a full disk of the logs stops no job, and is told once there is room`() async throws {
    let disk = try #require(SmallDisk(bytes: 256 << 10))
    let host = FaultHost(logs: disk.file("logs"))
    // So many that a page of the disk, which the log may have begun, is soon used up.
    let jobs = (1...20).map { "a\($0)" }
    host.write(jobs.map { host.job($0, script: Ledger.exitByDueTime) })
    try await host.start()
    let start = FaultHost.now + 1
    fill(disk)
    var last = (bytes: -1, runs: 0)
    try await host.until("jobs go on while the log does not grow") {
      let now = (bytes: host.runLog.utf8.count, runs: host.ledger.lines.count)
      guard now.runs > last.runs + 60 else { return false }
      defer { last = now }
      return now.bytes == last.bytes
    }
    unlink(disk.file("filler"))
    try await host.until("the loss is told") { (host.log + host.runLog).contains("could not be written here") }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    let window = Dictionary(uniqueKeysWithValues: jobs.map { ($0, start...end) })
    #expect(host.ledger.complaints(about: rows, due: window, exitCode: Ledger.exitCode) == [])
  }

  @Test func `while the history has no room nothing starts, and then everything that was due`() async throws {
    let disk = try #require(SmallDisk(bytes: 4 << 20))
    let host = FaultHost(state: disk.file("state"))
    host.write([host.job("a", script: Ledger.exitByDueTime)])
    try await host.start()
    let start = FaultHost.now + 1
    try await host.until("the job runs") { host.ledger.lines.count > 1 }
    fill(disk)
    try await host.until("the daemon says so") { host.count("error history") > 0 }
    try await host.until("what runs has ended") { !Self.hasJobs(host) }
    let stopped = host.ledger.lines.count
    let full = FaultHost.now
    try await host.until("more is due") { FaultHost.now > full + 3 }
    #expect(host.ledger.lines.count == stopped, "something was started that is in no history")
    unlink(disk.file("filler"))
    try await host.until("what was due runs") { host.ledger.lines.count > stopped + 3 }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    #expect(host.ledger.complaints(about: rows, due: ["a": start...end], exitCode: Ledger.exitCode) == [])
  }

  private static func hasJobs(_ host: FaultHost) -> Bool {
    guard let keeper = try? host.keeper() else { return false }
    return ProcessStatus.children(keeper) > 0
  }
}
