import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

/// Jobs that do not end as they should, or cannot begin.
@Suite struct HardJobTests {
  private let host = FaultHost()

  /// The first run of a job that has ended.
  private func end(of job: String) async throws -> Execution {
    var found: Execution?
    try await host.until("'\(job)' has ended") {
      found = try host.executions(of: job).first { $0.started != nil && !$0.state.isOpen }
      return found != nil
    }
    return try #require(found)
  }

  private func number(in file: String) async throws -> Int32 {
    try await host.until("'\(file)' is written") { host.folder.text(of: file)?.hasSuffix("\n") == true }
    return try #require(Int32(host.folder.text(of: file)?.dropLast() ?? ""))
  }

  private func expectNothingOpen() async throws {
    #expect(try await host.stop().status == 0)
    #expect(try await host.finish().status == 0)
    #expect(try host.ledger.complaints(about: host.executions()) == [])
  }

  @Test func `a run ends with its leader although a child of it holds the pipes`() async throws {
    let child = "echo before; sleep 300 & echo $! > '\(host.folder.file("child"))'; exit 3"
    host.write([
      host.job("a", spec: "concurrency: forbid", script: "[ -e '\(host.folder.file("child"))' ] || { \(child); }")
    ])
    try await host.start()
    let child2 = try await number(in: "child")
    let row = try await end(of: "a")
    // It has not waited for the child.
    #expect(kill(child2, 0) == 0)
    #expect(row.exitCode == 3)
    #expect(row.stdout.path.flatMap(ToolFolder.text) == "before\n")
    kill(child2, SIGKILL)
    try await expectNothingOpen()
  }

  @Test func `a grandchild that has left its session ends with the run's timeout`() async throws {
    let grandchild = "setsid sh -c 'echo $$ > \(host.folder.file("grandchild")); exec sleep 300'"
    host.write([
      host.job("a", spec: "concurrency: forbid, timeout: 2s, grace: 1s", script: "(\(grandchild) & ) ; sleep 300")
    ])
    try await host.start()
    let pid = try await number(in: "grandchild")
    let row = try await end(of: "a")
    #expect(row.state == .failed)
    #expect(row.failureClass == .timeout)
    #expect(row.exitCode == 124)
    try await host.until("the grandchild is gone") { ProcessEntry(of: pid).map(\.hasEnded) ?? true }
    try await expectNothingOpen()
  }

  private static let canGroup = ControlGroups.folder != nil

  @Test(
    "A grandchild that left its session and its variables ends with a cgroup of the run's own, whoever watches it",
    .enabled(if: canGroup, "no cgroup v2 in which this process may make others"), arguments: [false, true])
  func grouped(isAdopted: Bool) async throws {
    let grandchild = "env -i /usr/bin/setsid /bin/sh -c 'echo $$ > \(host.folder.file("grandchild")); exec sleep 300'"
    host.write([
      host.job(
        "a", spec: "concurrency: forbid, cgroup: auto, timeout: 3s, grace: 1s",
        script: "(\(grandchild) & ) ; sleep 300")
    ])
    try await host.start()
    let pid = try await self.number(in: "grandchild")
    if isAdopted {
      try host.kill()
      try await host.start()
    }
    let row = try await end(of: "a")
    #expect(row.failureClass == .timeout)
    try await host.until("the grandchild is gone") { ProcessEntry(of: pid).map(\.hasEnded) ?? true }
    let group = "\(ControlGroups.folder ?? "")/\(row.id)"
    try await host.until("its group is gone") { access(group, F_OK) != 0 }
    try await expectNothingOpen()
  }

  @Test func `a job that ignores TERM is killed after its grace`() async throws {
    host.write([
      host.job(
        "a", spec: "concurrency: forbid, timeout: 1s, grace: 1s",
        script: "trap '' TERM; while [ -d '\(host.folder.path)' ]; do sleep 0.1; done")
    ])
    try await host.start()
    let row = try await end(of: "a")
    #expect(row.failureClass == .timeout)
    #expect(row.exitCode == 124)
    #expect(row.signal == SIGKILL)
    #expect(row.process?.isAlive == false)
    try await expectNothingOpen()
  }

  struct Unstartable: Sendable, CustomTestStringConvertible {
    var name: String
    var spec: String
    var exitCode: Int32
    var failureClass: FailureClass
    var words: String

    var testDescription: String { name }
  }

  private static let unstartable = [
    Unstartable(
      name: "program", spec: "command: [/nonexistent/program]", exitCode: 127, failureClass: .application,
      words: "'/nonexistent/program'"),
    Unstartable(
      name: "directory", spec: "command: ['true'], workingDir: /nonexistent/folder", exitCode: 125,
      failureClass: .application, words: "'/nonexistent/folder'"),
    Unstartable(
      name: "user", spec: "command: ['true'], user: nobody-has-this-name", exitCode: 125, failureClass: .application,
      words: "'nobody-has-this-name'"),
    Unstartable(
      name: "variables", spec: "command: ['true'], envFile: /nonexistent/variables", exitCode: 125,
      failureClass: .application, words: "'/nonexistent/variables'"),
    Unstartable(
      name: "folder", spec: "command: [/etc]", exitCode: 126, failureClass: .application, words: "'/etc'"),
  ]

  @Test func `what cannot begin fails with a class and a reason, and the daemon goes on`() async throws {
    host.write(Self.unstartable.map { host.document($0.name, spec: $0.spec) } + [host.job("good")])
    try await host.start()
    for job in Self.unstartable {
      var found: Execution?
      try await host.until("'\(job.name)' has failed") {
        found = try host.executions(of: job.name).first { !$0.state.isOpen }
        return found != nil
      }
      let row = try #require(found)
      #expect(row.state == .failed, "\(job.name)")
      #expect(row.exitCode == job.exitCode, "\(job.name)")
      #expect(row.failureClass == job.failureClass, "\(job.name)")
      #expect(row.error?.contains(job.words) == true, "\(job.name): \(row.error ?? "")")
    }
    let before = host.ledger.lines.count
    try await host.until("the good job goes on") { host.ledger.lines.count > before }
    try await expectNothingOpen()
  }
}
