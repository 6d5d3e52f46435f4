import Glibc
import JobsExec
import JobsStore
import TestSupport
import Testing

/// The number of a run's process is somebody else's by the time that its daemon looks.
@Suite struct AlienTests {
  private let host = FaultHost()
  private static let numbers = "/proc/sys/kernel/ns_last_pid"

  /// Starts a process that has a number, which has to be free, and writes `found` once it has.
  private func alien(_ pid: Int32) -> RunningTool {
    let found = host.folder.file("found")
    return RunningTool(
      "/bin/bash",
      [
        "-c",
        """
        while [ -d '\(host.folder.path)' ]; do
          printf %s \(pid - 1) >\(Self.numbers)
          sleep 300 &
          [ $! = \(pid) ] && { : >'\(found)'; wait $!; exit; }
          kill $!; wait $! 2>/dev/null
        done
        """,
      ], in: host.folder)
  }

  @Test(
    "It is never signalled, and the run has the end that is its own, or none that is known",
    .enabled(if: access(numbers, W_OK) == 0, "only root can choose the numbers of processes"), arguments: [true, false])
  func reused(_ isNoted: Bool) async throws {
    host.write([
      host.job("a", spec: "concurrency: forbid, timeout: 30s, grace: 1s", script: "\(host.waiting(for: "go")); exit 7")
    ])
    try await host.start()
    var found: Execution?
    try await host.until("the job runs") {
      found = try host.executions(of: "a").first { $0.process != nil }
      return found != nil
    }
    let row = try #require(found)
    let pid = try #require(row.process?.pid)
    let keeper = try host.keeper()
    try host.kill()
    if isNoted { host.touch("go") } else { for number in [keeper, pid] { Glibc.kill(number, SIGKILL) } }
    try await host.until("its process is gone") { ProcessEntry(of: pid) == nil }
    let alien = alien(pid)
    defer { Glibc.kill(pid, SIGKILL) }
    try await host.until("somebody else has its number") { host.folder.exists("found") }
    try await host.start()
    try await host.until("the run has its end") {
      found = try host.executions(of: "a").first { $0.id == row.id && !$0.state.isOpen }
      return found != nil
    }
    #expect(found?.state == (isNoted ? .failed : .lost))
    #expect(found?.exitCode == (isNoted ? 7 : nil))
    host.touch("go")
    let over = try #require(row.started) / 1000 + 31
    try await host.until("its timeout has passed") { FaultHost.now > over }
    #expect(Tool("jobs-run").run(["cancel", "\(row.id)", "--state", host.state.path], in: host.folder).status != 0)
    #expect(ProcessTable.name(of: pid) == "sleep" && alien.poll() == nil, "it was signalled")
    #expect(try await host.stop().status == 0)
    #expect(ProcessTable.name(of: pid) == "sleep" && alien.poll() == nil, "it was signalled")
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions()) == [])
  }
}
