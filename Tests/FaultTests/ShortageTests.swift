import Glibc
import JobsExec
import JobsStore
import TestSupport
import Testing

/// The host has no room for another process or another open file.
@Suite struct ShortageTests {
  private let host = FaultHost()

  /// Changes the soft limit of a process that runs.
  ///
  /// - Parameter user: who runs it; root in a container may have no power over others' limits.
  private func limit(_ pid: Int32, _ resource: String, to value: Int, as user: [String]) throws {
    let words = (user.isEmpty ? [] : ["setpriv"] + user) + ["prlimit --pid \(pid) --\(resource)=\(value):"]
    let run = Tool.shell(words.joined(separator: " "), in: host.folder)
    if run.status != 0 { throw FaultError("prlimit: \(run.stderr)") }
  }

  /// Takes a resource away, waits until starts wait for it, gives it back, and looks that nothing is lost.
  private func survive(_ resource: String, of pid: Int32, down: Int, up: Int, as user: [String] = []) async throws {
    let start = FaultHost.now + 1
    try await host.until("the job runs") { !host.ledger.lines.isEmpty }
    try limit(pid, resource, to: down, as: user)
    try await host.until("a start waits") { host.runLog.contains("waits for its start") }
    let short = FaultHost.now
    try await host.until("more is due") { FaultHost.now > short + 2 }
    #expect(host.daemon?.poll() == nil, "the daemon has ended")
    try limit(pid, resource, to: up, as: user)
    try await host.until("what was due has run") {
      try host.executions().contains { $0.state == .succeeded && ($0.scheduled ?? 0) / 1000 > short }
    }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions(), due: ["a": start...end]) { _ in 0 } == [])
  }

  /// A limit that leaves no descriptor, although a job that ran when they were counted gives some back.
  private static func none(_ pid: Int32) -> Int { ProcessStatus.descriptors(pid) - 4 }

  @Test func `without a free descriptor in the daemon starts wait`() async throws {
    host.write([host.job("a")])
    try await host.start()
    try await survive("nofile", of: host.pid, down: Self.none(host.pid), up: 1024)
  }

  @Test func `without a free descriptor in the keeper starts wait`() async throws {
    host.write([host.job("a")])
    try await host.start()
    let keeper = try host.keeper()
    try await survive("nofile", of: keeper, down: Self.none(keeper), up: 1024)
  }

  /// A user that nobody else is: root may have as many processes as it likes.
  private static let user = "54321"
  private static let asUser = ["--reuid", user, "--regid", user, "--clear-groups", "--"]

  private static let canBecomeUser: Bool = {
    guard getuid() == 0 else { return false }
    let folder = FaultHost().folder
    return Tool.shell("setpriv \(asUser.joined(separator: " ")) jobs-run --version", in: folder).status == 0
  }()

  @Test(.enabled(if: canBecomeUser, "only root can become another user, who has to be able to read the tools"))
  func `without a free process starts wait`() async throws {
    host.write([host.job("a")])
    chmod(host.folder.path, 0o777)
    let words =
      Self.asUser + [
        "\(Tool.builtFolder)/jobs-run", "daemon", "--state", host.state.path, "--log-dir", host.logs, "jobs",
      ]
    try await host.start { RunningTool("/usr/bin/setpriv", words, in: host.folder) }
    try await survive("nproc", of: host.keeper(), down: 1, up: 10_000, as: Self.asUser)
  }
}
