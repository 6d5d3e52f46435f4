import JobsCore
import JobsStore
import TestSupport
import Testing

@testable import JobsExec

@Suite("A purge of the history")
struct HistoryPurgeTests {
  private let folder = ToolFolder()
  private let history: RunHistory
  private var state: StateDirectory { history.state }
  private static let day: Int64 = 86_400_000
  /// 2026-11-21T02:30:00Z
  private static let now: Int64 = 1_795_228_200_000

  init() throws { history = try RunHistory(writing: StateDirectory(path: folder.file("state"))) }

  /// An execution so many days ago, with what it wrote.
  @discardableResult private func add(
    _ job: String = "-/-/a", daysAgo: Int64, state: ExecutionState = .succeeded, run: ULID? = nil,
    isDeadLetter: Bool = false, writes: Bool = true
  ) throws -> Execution {
    let at = Self.now - daysAgo * Self.day
    var execution = Execution(
      id: ULIDSource().next(at: at), job: job, trigger: "schedule", state: state, created: at, scheduled: at,
      owner: ProcessIdentity(pid: 1, startTicks: 1, boot: ""))
    execution.started = at
    execution.run = run
    if !state.isOpen { execution.ended = at }
    try history.write(new: [execution]) { () throws(Failure) in
      if isDeadLetter { try history.deadLetters.add(execution, record: "{}") }
    }
    if writes {
      for name in Self.names(of: execution) { folder.write("x", to: "state/output/\(StateDirectory.day(at))/\(name)") }
    }
    return execution
  }

  private static func names(of execution: Execution) -> [String] {
    [".stdout", ".stdout.times", ".stderr", ".stderr.times"].map { "\(execution.id)\($0)" }
  }

  private func purge(_ retention: Retention, jobs: Set<String>? = nil, isDry: Bool = false) throws
    -> HistoryPurge.Counts
  {
    var purge = HistoryPurge(history, retention, now: Self.now, jobs: jobs, isDry: isDry)
    while !purge.isDone { #expect(try purge.step() == true) }
    return purge.counts
  }

  private func days(of job: String = "-/-/a") throws -> [Int64] {
    try history.executions(.init(job: job)).map { (Self.now - ($0.scheduled ?? 0)) / Self.day }
  }

  @Test(
    "what is beyond the number or the days goes, and the last one stays",
    arguments: [
      (Retention(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (Retention(runs: 3), [0, 1, 2]), (Retention(runs: 1), [0]),
      (Retention(runs: 10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), (Retention(runs: 20), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
      (Retention(days: 4), [0, 1, 2, 3, 4]), (Retention(runs: 2, days: 4), [0, 1]),
      (Retention(runs: 8, days: 4), [0, 1, 2, 3, 4]),
    ])
  func bounds(_ retention: Retention, _ kept: [Int64]) throws {
    for day in Int64(0)..<10 { try add(daysAgo: day) }
    try add("-/-/b", daysAgo: 9)
    try add("-/-/c", daysAgo: 0)
    let counts = try purge(retention)
    #expect(try days() == kept)
    #expect(counts == HistoryPurge.Counts(executions: 10 - kept.count))
    #expect(try days(of: "-/-/b") == [9])
    #expect(try days(of: "-/-/c") == [0])
    let files = try history.executions().flatMap { Self.names(of: $0) }.sorted()
    #expect(folder.names(in: "state/output").flatMap { folder.names(in: "state/output/\($0)") }.sorted() == files)
  }

  @Test func `the folders of days that have become empty go`() throws {
    for day in Int64(0)..<6 { try add(daysAgo: day) }
    try add("-/-/b", daysAgo: 4)
    _ = try purge(Retention(runs: 1))
    // Into those of yesterday and the day before a run may write yet.
    #expect(folder.names(in: "state/output") == ["2026-11-17", "2026-11-19", "2026-11-20", "2026-11-21"])
  }

  @Test func `open runs stay with all their attempts`() throws {
    let first = try add(daysAgo: 9, state: .failed)
    try add(daysAgo: 8, state: .running, run: first.id)
    try add(daysAgo: 7)
    try add(daysAgo: 1)
    #expect(try purge(Retention(runs: 1, days: 2)).executions == 1)
    #expect(try days() == [1, 8, 9])
  }

  @Test func `the runs of dead letters stay as long as these, and what ran them again`() throws {
    let first = try add(daysAgo: 9, state: .failed)
    let old = try add(daysAgo: 8, state: .failed, run: first.id, isDeadLetter: true)
    let replay = try add(daysAgo: 7)
    try history.deadLetters.mark(old.id, replayed: replay.id)
    try add(daysAgo: 6)
    try add(daysAgo: 5, state: .failed, isDeadLetter: true)
    try add(daysAgo: 0)
    #expect(try purge(Retention(runs: 1)) == HistoryPurge.Counts(executions: 1))
    #expect(try days() == [0, 5, 7, 8, 9])
    #expect(try purge(Retention(runs: 1, deadLetters: 1), isDry: true) == .init(executions: 3, deadLetters: 1))
    #expect(try purge(Retention(runs: 1, deadLetters: 1)) == .init(executions: 3, deadLetters: 1))
    #expect(try days() == [0, 5])
    #expect(try purge(Retention(deadLetters: 0)) == .init(deadLetters: 1))
    #expect(try history.deadLetters.list().isEmpty)
  }

  @Test func `many go in several steps, and none is forgotten`() throws {
    let owner = ProcessIdentity(pid: 1, startTicks: 1, boot: "")
    try history.insert(
      (0..<3000).map { number in
        let at = Self.now - Int64(number) * 1000
        return Execution(
          id: ULIDSource().next(at: at), job: "-/-/a", state: number % 100 == 7 ? .running : .succeeded, created: at,
          owner: owner)
      })
    #expect(try purge(Retention(runs: 1000)).executions == 1980)
    #expect(try history.count() == 1020)
    #expect(try purge(Retention(runs: 1000)).isEmpty)
  }

  @Test func `a purge that was cut off before the rows went is made up for`() throws {
    let old = try add(daysAgo: 5)
    try add(daysAgo: 0)
    state.removeOutput(of: old)
    #expect(try purge(Retention(days: 2)).executions == 1)
    #expect(try days() == [0])
  }

  @Test func `files that belong to no execution go once they are too old`() throws {
    try add(daysAgo: 20)
    let strays = [Int64(20), 10, 3].map { days in
      let at = Self.now - days * Self.day
      return "state/output/\(StateDirectory.day(at))/\(ULIDSource().next(at: at)).stderr"
    }
    for path in strays {
      folder.write("x", to: path)
      // As old as a file can be made.
      #expect(Tool.shell("touch -d 2026-10-01 '\(path)'", in: folder).status == 0)
    }
    folder.write("x", to: "state/output/2026-11-01/notes")
    #expect(try purge(Retention(runs: 1)) == .init())
    #expect(try purge(Retention(days: 5), jobs: ["-/-/a"]) == .init())
    #expect(try purge(Retention(days: 5), isDry: true).strays == 2)
    #expect(try purge(Retention(days: 5)).strays == 2)
    #expect(strays.map { folder.exists($0) } == [false, false, true])
    #expect(folder.names(in: "state/output") == ["2026-11-01", "2026-11-18"])
    #expect(folder.names(in: "state/output/2026-11-01").count == 5)
  }

  @Test func `nothing goes while another process writes, and all of it afterwards`() throws {
    for day in Int64(0)..<3 { try add(daysAgo: day) }
    let other = try Database(path: state.history, access: .readWrite)
    try other.execute("BEGIN IMMEDIATE")
    var purge = HistoryPurge(history, Retention(runs: 1), now: Self.now)
    while try purge.step() { #expect(!purge.isDone) }
    #expect(try purge.step() == false)
    #expect(purge.counts.isEmpty)
    try other.execute("ROLLBACK")
    while !purge.isDone { #expect(try purge.step() == true) }
    #expect(purge.counts.executions == 2)
  }

  @Test func `only the jobs that are named are looked at, and a dry one changes nothing`() throws {
    for day in Int64(0)..<3 {
      try add(daysAgo: day)
      try add("-/-/b", daysAgo: day)
    }
    let files = folder.names(in: "state/output")
    #expect(try purge(Retention(runs: 1), isDry: true).executions == 4)
    #expect(try history.count() == 6)
    #expect(folder.names(in: "state/output") == files)
    #expect(try purge(Retention(runs: 1), jobs: ["-/-/b"]).executions == 2)
    #expect(try days() == [0, 1, 2])
    #expect(try days(of: "-/-/b") == [0])
  }

  @Test func `every execution is shown before it goes`() throws {
    let old = try add(daysAgo: 5)
    try add(daysAgo: 0)
    var purge = HistoryPurge(history, Retention(days: 2), now: Self.now)
    var shown: [ULID] = []
    purge.removing = { [history] execution in
      shown.append(execution.id)
      #expect((try? history.knows(execution.id)) == true)
    }
    while !purge.isDone { _ = try purge.step() }
    #expect(shown == [old.id])
    #expect(try !history.knows(old.id))
  }
}
