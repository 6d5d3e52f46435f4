import Glibc
import JobsCore
import JobsStore
import TestSupport
import Testing

private let run = Tool("jobs-run")

/// What `explain` makes of every state of a row, in histories as a daemon writes them.
@Suite("jobs-run explain over a history")
struct JobsRunVerdictTests {
  let folder = ToolFolder()
  /// 2026-01-10 02:30:00 UTC.
  private let due: Int64 = 1_768_012_200_000
  private var state: StateDirectory { StateDirectory(path: folder.file("state")) }

  init() {
    folder.write(
      "apiVersion: jobs/v1\nkind: Job\nmetadata: {name: nightly}\nspec: {command: 'true', schedule: '30 2 * * *'}\n",
      to: "a.yaml")
  }

  /// Keeps a row of the due time, and that due times of two more days are accounted for.
  private func keep(_ state: ExecutionState?, _ change: (inout Execution) -> Void = { _ in }) throws {
    let owner = try #require(ProcessIdentity(of: getpid()))
    var row = Execution(
      id: ULIDSource.shared.next(at: due), job: "-/-/nightly", trigger: "schedule", state: state ?? .pending,
      created: due, scheduled: due, owner: owner)
    if [.succeeded, .failed, .cancelled, .running, .lost].contains(row.state) { row.started = due + 40 }
    change(&row)
    let history = try RunHistory(writing: self.state)
    try history.setScheduled(
      [.init(job: "-/-/nightly", schedule: "30 2 * * *", since: due - 86_400_000 * 5)], removed: [])
    try history.claim(state == nil ? [] : [row], account: .init(accounted: due / 1000 + 2 * 86_400))
  }

  private func explain(_ time: Int64? = nil) -> ToolRun {
    run.run(["explain", "nightly", "--at", Instant(milliseconds: time ?? due).rfc3339, "a.yaml"], in: folder)
  }

  private func expect(_ verdict: String, _ words: [String], _ found: ToolRun) {
    #expect(found.status == 0, "\(found.stderr)")
    let record = found.records("explanation").first ?? ""
    #expect(record.contains(#""verdict":"\#(verdict)""#), "\(record)")
    for text in words { #expect(record.contains(text), "\(record)") }
  }

  @Test("a run that started within five seconds ran, one that started later was late")
  func punctual() throws {
    try keep(.succeeded)
    expect("ran", ["it was due at 2026-01-10 02:30:00 UTC and ran\""], explain())
  }

  @Test("a run that started later than that was late, and by how much is said")
  func late() throws {
    try keep(.failed) { row in
      row.started = due + 65_000
      row.reason = "exit status 3"
      row.failureClass = .application
    }
    expect("late", ["and ran 1m5s late", "exit status 3", "it failed, class application"], explain())
  }

  @Test(
    "what has not ended, or did not run, is explained by its row",
    arguments: [
      (ExecutionState.running, "running", "and still runs", nil), (.pending, "pending", "and waits for its start", nil),
      (.cancelled, "ran", "and ran", "cancelled by ops"),
      (.skipped, "skipped", "was skipped on purpose", "it still ran"),
      (.missed, "missed", "and nothing was there to run it", "the host was off"),
      (.lost, "lost", "and was started; nobody saw its end", "the host was restarted while it ran"),
    ])
  func states(state: ExecutionState, verdict: String, words: String, reason: String?) throws {
    try keep(state) { $0.reason = reason }
    expect(verdict, [words, reason].compactMap(\.self), explain())
  }

  @Test("one of several due times for which a later run stood was deduplicated, and the row that stands says so")
  func deduplicated() throws {
    try keep(.deduplicated) { row in
      row.reason = "the run of 2026-01-10 stands for it"
      row.scheduled = due
      row.firstDue = due - 86_400_000
      row.dueCount = 2
    }
    for time in [due, due - 86_400_000] {
      expect(
        "deduplicated", ["and another run stood for it", "stands for it", "one row stands for 2 due times"],
        explain(time))
    }
    expect("unknown", ["the history has no row for it"], explain(due - 2 * 86_400_000))
  }

  @Test("a due time without a row is to come, forgotten or unwatched by how far the daemon got")
  func withoutRow() throws {
    try keep(nil)
    expect("unknown", ["it may have been cleared away"], explain())
    expect("pending", ["no daemon has got that far"], explain(due + 3 * 86_400_000))
    expect("not-watched", ["has known this job and its schedules only since"], explain(due - 6 * 86_400_000))
  }

  @Test("an open circuit breaker is named")
  func breaker() throws {
    try keep(.skipped) { $0.reason = "its circuit breaker is open" }
    let history = try RunHistory(writing: state)
    try history.write(changed: []) { () throws(Failure) in
      try history.set(.init(job: "-/-/nightly", failures: 3, opened: due))
    }
    expect("skipped", ["its circuit breaker opened at 2026-01-10 02:30:00 UTC, after 3 failures"], explain())
  }
}
