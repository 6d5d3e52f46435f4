import Glibc
import JobsStore
import TestSupport
import Testing

/// Files change while the daemon runs.
@Suite struct ReloadTests {
  private let host = FaultHost()

  private func lines(of job: String) -> Int { host.ledger.lines.count { $0.job == FaultHost.id(job) } }

  /// Waits until a job has run once more.
  private func goesOn(_ job: String) async throws {
    let before = lines(of: job)
    try await host.until("'\(job)' goes on") { lines(of: job) > before }
  }

  @Test func `a file that is half written keeps the last good version and is named`() async throws {
    host.write([host.job("a"), host.job("b")])
    try await host.start()
    try await goesOn("a")
    let start = FaultHost.now
    // Cut in the middle of the second job, and written in place.
    let whole = [host.job("a", script: "exit 4"), host.job("b")].joined(separator: "---\n")
    host.folder.write(String(whole.dropLast(60)), to: "jobs/jobs.yaml")
    try await host.until("the bad file is named") { host.count("error reload jobs/jobs.yaml:") > 0 }
    try await goesOn("a")
    try await goesOn("b")
    #expect(try host.executions(of: "a").allSatisfy { $0.exitCode == nil || $0.exitCode == 0 })
    host.folder.write(whole, to: "jobs/jobs.yaml")
    try await host.until("the new version runs") { try host.executions(of: "a").contains { $0.exitCode == 4 } }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions(), due: ["a": start...end, "b": start...end]) == [])
  }

  @Test func `a file that gets another name loses and doubles nothing`() async throws {
    host.write([host.job("a", script: Ledger.exitByDueTime)], to: "a.yaml")
    try await host.start()
    try await goesOn("a")
    let start = FaultHost.now
    for name in ["b.yaml", "a.yaml", "c.yaml"] {
      let from = host.folder.names(in: "jobs")[0]
      let before = host.count("info reload")
      rename(host.folder.file("jobs/\(from)"), host.folder.file("jobs/\(name)"))
      try await host.until("the files are read again") { host.count("info reload") > before }
      try await goesOn("a")
    }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    let rows = try host.executions()
    #expect(host.ledger.complaints(about: rows, due: ["a": start...end], exitCode: Ledger.exitCode) == [])
  }

  @Test func `a run goes on while its job changes, and the next is of the new version`() async throws {
    host.write([host.job("a", spec: "concurrency: forbid", script: "\(host.waiting(for: "go")); exit 3")])
    try await host.start(["--no-watch"])
    try await host.until("the job runs") { lines(of: "a") == 1 }
    host.write([host.job("a", spec: "concurrency: forbid", script: "exit 4")])
    host.daemon?.signal(SIGHUP)
    try await host.until("the change is taken") { host.count("changed: \(FaultHost.id("a"))") == 1 }
    #expect(lines(of: "a") == 1)
    host.touch("go")
    try await host.until("the new version has run") { try host.executions().contains { $0.exitCode == 4 } }
    #expect(try await host.stop().status == 0)
    let rows = try host.executions()
    #expect(rows.compactMap(\.exitCode).prefix(2) == [3, 4])
    let first = rows.first { $0.exitCode == 3 }?.id
    #expect(host.ledger.complaints(about: rows) { $0.id == first ? 3 : 4 } == [])
  }

  @Test func `a file that is empty for a moment ends no job`() async throws {
    host.write([host.job("a")])
    try await host.start()
    try await goesOn("a")
    let start = FaultHost.now
    host.folder.write("", to: "jobs/jobs.yaml")
    try await host.until("the empty file is named") { host.count("jobs/jobs.yaml: the file is empty") > 0 }
    try await goesOn("a")
    host.write([host.job("a")])
    try await host.until("the file is whole again") { host.count("info reload nothing changed") > 0 }
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions(), due: ["a": start...end]) == [])
  }

  @Test func `the last manifest goes, and another comes`() async throws {
    host.write([host.job("a")])
    try await host.start()
    try await goesOn("a")
    unlink(host.folder.file("jobs/jobs.yaml"))
    try await host.until("the job is gone") { host.count("no job is left") == 1 }
    #expect(host.count("removed: \(FaultHost.id("a"))") == 1)
    let gone = FaultHost.now
    host.write([host.job("b")])
    try await goesOn("b")
    rename(host.folder.file("jobs"), host.folder.file("elsewhere"))
    try await host.until("the folder is missed") { host.count("the jobs stay as they were") > 0 }
    try await goesOn("b")
    mkdir(host.folder.file("jobs"), 0o755)
    host.daemon?.signal(SIGHUP)
    try await host.until("the new folder is read") { host.count("no job is left") == 2 }
    #expect(try await host.stop().status == 0)
    rename(host.folder.file("elsewhere/jobs.yaml"), host.folder.file("jobs/jobs.yaml"))
    #expect(try await host.finish().status == 0)
    #expect(try host.executions(of: "a").allSatisfy { ($0.scheduled ?? 0) / 1000 <= gone })
    #expect(try host.ledger.complaints(about: host.executions()) { _ in 0 } == [])
  }

  @Test func `a run goes on while its job is removed, and no other follows`() async throws {
    host.write([host.job("a", spec: "concurrency: forbid", script: "\(host.waiting(for: "go")); exit 3")], to: "a.yaml")
    host.write([host.job("b")], to: "b.yaml")
    try await host.start()
    try await host.until("the job runs") { lines(of: "a") == 1 }
    unlink(host.folder.file("jobs/a.yaml"))
    try await host.until("the job is gone") { host.count("removed: \(FaultHost.id("a"))") == 1 }
    let gone = FaultHost.now
    host.touch("go")
    try await host.until("its run has ended") { try host.executions(of: "a").contains { $0.exitCode == 3 } }
    try await goesOn("b")
    try await goesOn("b")
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.executions(of: "a").allSatisfy { ($0.scheduled ?? 0) / 1000 <= gone })
    #expect(try host.ledger.complaints(about: host.executions()) { $0.job == FaultHost.id("a") ? 3 : 0 } == [])
  }

  @Test func `on SIGHUP alone the files are read again, and the log says what is different`() async throws {
    host.write([host.job("same"), host.job("changes"), host.job("goes")])
    host.write([host.job("half")], to: "half.yaml")
    try await host.start(["--no-watch"])
    for job in ["same", "changes", "goes", "half"] { try await goesOn(job) }
    let first = try #require(try host.executions(of: "same").first?.scheduled)
    host.write([host.job("same"), host.job("changes", script: "exit 4"), host.job("comes"), host.job("too")])
    host.write([host.job("half", script: "exit 5") + "  timeout: [\n"], to: "half.yaml")
    try await goesOn("goes")
    #expect(host.count("reload") == 0, "it has read the files without being asked")
    host.daemon?.signal(SIGHUP)
    try await host.until("the difference is told") { host.count("kept as it was") == 1 }
    let told = FaultHost.now
    let id = FaultHost.id
    let lines = host.log.split(separator: "\n").filter { $0.contains(" info reload ") }
    #expect(
      lines.map { $0.drop { $0 != " " }.dropFirst(" info reload ".count) } == [
        "added: \(id("comes")), \(id("too"))", "changed: \(id("changes"))", "removed: \(id("goes"))",
        "kept as it was, its file is bad: \(id("half"))",
      ])
    #expect(host.log.contains("error reload jobs/half.yaml:"))
    for job in ["same", "changes", "comes", "too", "half"] { try await goesOn(job) }
    host.daemon?.signal(SIGHUP)
    try await host.until("it is told that there is none") { host.count("kept as it was") == 2 }
    #expect(host.count("info reload") == 5, "something changed, and nothing did")
    let end = FaultHost.now - 1
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    // What did not change was never interrupted.
    let due = ["same": first / 1000...end, "half": first / 1000...end]
    let complaints = try host.ledger.complaints(about: host.executions(), due: due) { row in
      row.job == id("changes") ? nil : 0
    }
    #expect(complaints == [])
    #expect(try host.executions(of: "goes").allSatisfy { ($0.scheduled ?? 0) / 1000 <= told })
    #expect(try host.executions(of: "changes").contains { $0.exitCode == 4 })
  }
}
