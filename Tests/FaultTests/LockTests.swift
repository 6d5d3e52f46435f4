import Glibc
import JobsStore
import TestSupport
import Testing

/// One name excludes runs of all processes that work with a state folder.
@Suite struct LockTests {
  private let host = FaultHost()

  private func exec(_ words: String...) -> RunningTool {
    Tool("jobs-run").start(["exec", "--lock", "ledger", "--state", host.state.path] + words, in: host.folder)
  }

  /// A job that holds the lock until a file is there.
  private func holder(until file: String) -> String {
    host.job(
      "a", spec: "concurrency: forbid, locks: [ledger]", script: "\(host.waiting(for: file)); exit 0")
  }

  @Test func `the daemon waits for a lock that exec holds, and others do not wait with it`() async throws {
    let other = exec("--", "/bin/sh", "-c", "touch held; \(host.waiting(for: "go"))")
    try await host.until("it is held") { host.folder.exists("held") }
    host.touch("now")
    host.write([holder(until: "now"), host.job("b")])
    try await host.start()
    try await host.until("it is said") { host.runLog.contains("waits for the lock 'ledger'") }
    let before = host.ledger.lines.count
    try await host.until("the other job runs") { host.ledger.lines.count > before + 1 }
    #expect(!host.ledger.lines.contains { $0.job == FaultHost.id("a") })
    #expect(try host.executions(of: "a").contains { $0.state == .pending })
    host.touch("go")
    #expect(try await host.end(of: other).status == 0)
    try await host.until("the job runs") { host.ledger.lines.contains { $0.job == FaultHost.id("a") } }
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions(of: "a") + host.executions(of: "b")
    #expect(host.ledger.complaints(about: rows) { _ in 0 } == [])
  }

  @Test func `exec and now keep to a lock that a run of the daemon holds, and a new daemon holds it too`() async throws
  {
    host.write([holder(until: "go")])
    try await host.start()
    try await host.until("the job runs") { host.ledger.lines.count == 1 }
    let refused = try await host.end(of: exec("--", "/bin/true"))
    #expect(refused.status == 125 && refused.stderr.contains("another run holds the lock 'ledger'"))
    try host.kill()
    try await host.start()
    #expect(host.log.contains("1 started"))
    #expect(try await host.end(of: exec("--", "/bin/true")).status == 125)
    host.folder.write(
      host.document("c", spec: "command: [/bin/echo, done], locks: [ledger]"), to: "elsewhere/c.yaml")
    let now = Tool("jobs-run").start(
      ["now", "c", "elsewhere", "--state", host.state.path, "-o", "human"], in: host.folder)
    try await host.until("now says that it waits") { now.words.contains("'c' waits for the lock 'ledger'") }
    #expect(now.poll() == nil)
    unlink(host.folder.file("jobs/jobs.yaml"))
    try await host.until("no other run follows") { host.count("no job is left") == 1 }
    host.touch("go")
    let end = try await host.end(of: now)
    #expect(end.status == 0 && end.stdout.contains("done"), "\(end.stderr)")
    #expect(try await host.end(of: exec("--", "/bin/true")).status == 0)
    #expect(try await host.stop().status == 0)
  }
}
