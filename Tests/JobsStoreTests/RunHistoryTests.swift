import Glibc
import JobsCore
import TestSupport
import Testing

@testable import JobsStore

extension Execution {
  /// A pending execution of a job at a time in milliseconds.
  static func sample(_ job: String = "-/-/a", at time: Int64, owner: ProcessIdentity? = nil) -> Execution {
    Execution(
      id: ULIDSource.shared.next(at: 1_000_000 + time), job: job, created: 1_000_000 + time,
      owner: owner ?? ProcessIdentity(pid: 4, startTicks: 5, boot: "boot"))
  }
}

@Suite("Run history")
struct RunHistoryTests {
  let folder = TemporaryFolder()
  let history: RunHistory

  init() throws { history = try RunHistory(writing: StateDirectory(path: folder.file("state"))) }

  @Test("every column of a row comes back as it was written")
  func roundTrip() throws {
    var execution = Execution.sample("acme/prod/nächtlich", at: 1)
    execution.env = "prod"
    execution.backend = "gcp.run"
    execution.trigger = "schedule"
    execution.scheduled = 2
    execution.attempt = 2
    execution.attempts = 3
    execution.parameters = #"{"day":"2026-01-01"}"#
    execution.digest = "sha256:00"
    execution.commit = "4f2a9c1"
    try history.insert([execution])
    #expect(try history.executions() == [execution])
    execution.state = .failed
    execution.reason = "exit status 3"
    execution.failureClass = .network
    execution.error = "e"
    execution.started = 3
    execution.ended = 4
    execution.duration = 1
    execution.exitCode = 137
    execution.signal = 9
    execution.stdout = Execution.Stream(bytes: 1 << 40, kept: 2, path: "/o")
    execution.stderr = Execution.Stream(bytes: 3, kept: 4, path: "/e")
    execution.cpu = 5
    execution.process = ProcessIdentity(pid: 6, startTicks: 7, boot: "boot")
    try history.write(changed: [execution])
    #expect(try history.executions() == [execution])
  }

  @Test("rows are written together or not at all")
  func atomic() throws {
    let known = Execution.sample(at: 1)
    let unknown = Execution.sample(at: 2)
    try history.insert([known])
    let failure = #expect(throws: Failure.self) {
      try history.write(new: [Execution.sample(at: 3)], changed: [unknown])
    }
    #expect(failure?.message.hasPrefix("cannot record the end of execution '\(unknown.id)'") == true)
    #expect(try history.count() == 1)
    #expect(throws: Failure.self) { try history.insert([Execution.sample(at: 4), known]) }
    #expect(try history.count() == 1)
    try history.write(new: [], changed: [])
  }

  @Test("a history that is open for reading cannot be written")
  func readOnly() throws {
    let reader = try RunHistory(reading: StateDirectory(path: folder.file("state")))
    #expect(throws: Failure.self) { try reader.insert([.sample(at: 1)]) }
  }

  @Test("the folder and the file are for their owner alone")
  func modes() throws {
    for (name, mode) in [("state", 0o700), ("state/history.sqlite", 0o600)] as [(String, mode_t)] {
      var status = stat()
      try #require(stat(folder.file(name), &status) == 0)
      #expect(status.st_mode & 0o777 == mode)
    }
  }

  @Test("queries narrow by job, state and time, newest first, and count what they choose")
  func queries() throws {
    var all: [Execution] = []
    for index in 0..<30 {
      var execution = Execution.sample("-/-/\(["a", "b", "c"][index % 3])", at: Int64(index))
      execution.state = [.succeeded, .failed, .running, .lost, .skipped][index % 5]
      if index % 7 == 0 { execution.scheduled = Int64(5_000_000 + index) }
      all.append(execution)
    }
    try history.insert(all)
    func time(_ execution: Execution) -> Int64 { execution.scheduled ?? execution.created }
    let queries: [RunHistory.Query] = [
      .init(), .init(job: "-/-/b"), .init(job: "-/-/none"), .init(states: [.failed]), .init(states: [.failed, .lost]),
      .init(job: "-/-/a", states: [.running]), .init(since: 1_000_010), .init(until: 1_000_010),
      .init(since: 1_000_005, until: 1_000_009), .init(since: 5_000_000), .init(limit: 4), .init(limit: 0),
      .init(job: "-/-/c", states: [.skipped, .succeeded], since: 1_000_001, until: 5_000_010, limit: 2),
    ]
    for query in queries {
      let chosen = all.filter { execution in
        (query.job == nil || query.job == execution.job)
          && (query.states.isEmpty || query.states.contains(execution.state))
          && (query.since.map { time(execution) >= $0 } ?? true) && (query.until.map { time(execution) < $0 } ?? true)
      }
      let newestFirst = chosen.sorted { time($0) > time($1) }
      #expect(try history.executions(query) == Array(newestFirst.prefix(query.limit ?? .max)), "\(query)")
      #expect(try history.count(query) == chosen.count, "\(query)")
    }
  }

  @Test("executions of one time come in the reverse order of their creation")
  func ties() throws {
    let all = (0..<3).map { _ in Execution.sample(at: 1) }
    try history.insert(all)
    #expect(try history.executions() == all.reversed())
  }

  @Test("an execution is found by its id or a start that is its alone")
  func prefixes() throws {
    // Of the test's own source: one that others ask too may be ahead of these times.
    let source = ULIDSource()
    let all = (0..<3).map { number in
      let time = Int64(number) * 40_000_000_000
      return Execution(
        id: source.next(at: 1_000_000 + time), job: "-/-/a", created: time,
        owner: ProcessIdentity(pid: 4, startTicks: 5, boot: "boot"))
    }
    try history.insert(all)
    for execution in all {
      let id = execution.id.description
      #expect(try history.execution(id) == execution)
      #expect(try history.execution(String(id.lowercased().prefix(20))) == execution)
    }
    let several = #expect(throws: Failure.self) { try history.execution("0") }
    #expect(several?.message.hasPrefix("'0' is the start of several executions, '") == true)
    #expect(several?.exitStatus == .usage)
    #expect(#expect(throws: Failure.self) { try history.execution("7ZZ") }?.message == "no execution begins with '7ZZ'")
    #expect(#expect(throws: Failure.self) { try history.execution("%") }?.message == "'%' is no execution id")
    #expect(throws: Failure.self) { try history.execution("") }
  }

  @Test("the last execution of each job is found, for all jobs and for those named")
  func last() throws {
    let all = (0..<9).map { Execution.sample("-/-/\(["c", "a", "b"][Int($0) % 3])", at: $0) }
    #expect(try history.lastExecutions().isEmpty)
    try history.insert(all)
    #expect(try history.lastExecutions() == [all[7], all[8], all[6]])
    #expect(try history.lastExecutions(of: ["-/-/c", "-/-/none"]) == [all[6]])
  }

  @Test("open executions of a tool that is gone are lost, and those of one that lives are not")
  func heal() throws {
    let dead = ProcessIdentity(pid: 10, startTicks: 1, boot: ProcessIdentity.currentBoot)
    let living = ProcessIdentity(pid: 11, startTicks: 1, boot: ProcessIdentity.currentBoot)
    let job = ProcessIdentity(pid: 12, startTicks: 1, boot: ProcessIdentity.currentBoot)
    let earlier = ProcessIdentity(pid: 11, startTicks: 1, boot: "earlier")
    var rows = [dead, dead, dead, living, earlier, dead, earlier].enumerated().map {
      Execution.sample(at: Int64($0), owner: $1)
    }
    rows[0].state = .running
    rows[1].state = .pending
    rows[2].state = .running
    rows[2].process = job
    rows[3].state = .running
    rows[4].state = .running
    rows[5].state = .succeeded
    try history.insert(rows)
    let lost = try history.heal(now: 77) { $0 == living || $0 == job }
    #expect(Set(lost.map(\.id)) == Set([0, 1, 2, 4, 6].map { rows[$0].id }))
    let found = try rows.map { try history.execution($0.id.description) }
    #expect(found.map(\.state) == [.lost, .lost, .lost, .running, .lost, .succeeded, .lost])
    #expect(found.prefix(3).map(\.ended) == [77, 77, 77])
    #expect(
      found.map(\.reason) == [
        "process 10, which ran it, ended first",
        "process 10, which was to run it, ended first; whether it ran is not known",
        "process 10, which ran it, ended first; the job still runs as process 12", nil,
        "the host was restarted while it ran", nil, "the host was restarted; whether it ran is not known",
      ])
    #expect(Set(lost) == Set([0, 1, 2, 4, 6].map { found[$0] }))
    #expect(try history.heal(now: 78) { $0 == living }.isEmpty)
  }

  @Test(
    "what is asked often is answered from an index, however long the history",
    arguments: [
      (RunHistory.open, "execution_open"),
      ("SELECT * FROM execution WHERE job = ? ORDER BY at_ms DESC, number DESC LIMIT 1", "execution_job"),
      ("SELECT * FROM execution ORDER BY at_ms DESC, number DESC LIMIT ?", "execution_at"),
      ("SELECT * FROM execution WHERE id BETWEEN ?1 AND ?1 || '~'", "sqlite_autoindex_execution_1"),
    ])
  func plans(sql: String, index: String) throws {
    let steps = try history.database.prepare("EXPLAIN QUERY PLAN " + sql).rows { $0.text(3) ?? "" }
    #expect(steps.count == 1 && steps[0].contains(" \(index)"), "\(steps)")
  }

  @Test("a damaged file is a failure, not a crash")
  func damaged() throws {
    let state = StateDirectory(path: folder.file("damaged"))
    do {
      let history = try RunHistory(writing: state)
      try history.insert((0..<200).map { .sample(at: $0) })
      try history.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let fd = open(state.history, O_RDWR)
    let noise = [UInt8](repeating: 0xA5, count: 4096)
    for page in 1..<12 { pwrite(fd, noise, noise.count, off_t(page * 4096)) }
    close(fd)
    let failure = #expect(throws: Failure.self) {
      _ = try RunHistory(writing: state).executions()
    }
    #expect(failure?.hint?.contains("move the file") == true)
  }
}
