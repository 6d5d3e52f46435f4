import JobsCore
import JobsStore
import Testing

/// An oracle that never complains would prove nothing.
@Suite struct LedgerTests {
  private static let first = ULID(value: 1)
  private static let start: Int64 = 1_700_000_000

  private func row(
    _ number: Int64, _ state: ExecutionState = .succeeded, exitCode: Int32? = 0, reason: String? = nil
  ) -> Execution {
    let at = (Self.start + number) * 1000
    var row = Execution(
      id: ULID(value: UInt128(number)), job: FaultHost.id("a"), trigger: "schedule", state: state, created: at,
      scheduled: at,
      owner: ProcessIdentity(pid: 1, startTicks: 1, boot: ""))
    row.exitCode = exitCode
    row.reason = reason
    return row
  }

  private func line(_ number: Int64, of job: String = "a") -> String {
    "\(FaultHost.id(job)) \(ULID(value: UInt128(number))) \(Instant(seconds: Self.start + number).rfc3339)\n"
  }

  @Test func `it agrees with a history that is right`() {
    var older = row(9, .missed, exitCode: nil, reason: "no daemon ran")
    older.firstDue = (Self.start + 3) * 1000
    older.dueCount = 7
    let rows = [
      row(1), row(2, .failed, exitCode: 4), older, row(10, .lost, exitCode: nil, reason: "its keeper is gone"),
    ]
    let window = Self.start + 1...Self.start + 10
    #expect(Ledger(line(1) + line(2)).complaints(about: rows, due: ["a": window]) { $0.state == .failed ? 4 : 0 } == [])
  }

  @Test func `it sees a run without a row, one that ran twice, one that did not run and one that goes on`() {
    #expect(Ledger(line(1) + line(2)).complaints(about: [row(1)]).count == 1)
    #expect(Ledger(line(1) + line(1)).complaints(about: [row(1)]).count == 1)
    #expect(Ledger("").complaints(about: [row(1)]).count == 1)
    #expect(Ledger(line(1)).complaints(about: [row(1, .running, exitCode: nil)]).count == 1)
    #expect(Ledger(line(1)).complaints(about: [row(1, .skipped, exitCode: nil, reason: "paused")]).count == 1)
    #expect(Ledger(line(1, of: "b")).complaints(about: [row(1)]).count == 1)
    #expect(Ledger(line(1) + "a 1\n").complaints(about: [row(1)]).count == 1)
  }

  @Test func `it sees a due time without a row and one with two`() {
    let window = Self.start + 1...Self.start + 3
    #expect(Ledger(line(1) + line(3)).complaints(about: [row(1), row(3)], due: ["a": window]).count == 1)
    var second = row(4)
    second.scheduled = row(3).scheduled
    let complaints = Ledger(line(1) + line(2) + line(3)).complaints(
      about: [row(1), row(2), row(3), second], due: ["a": window])
    #expect(complaints.contains { $0.hasSuffix("has 2 rows for it") })
  }

  @Test func `it sees a status that is not the job's own`() {
    #expect(Ledger(line(1)).complaints(about: [row(1, .failed, exitCode: 3)]) { _ in 4 }.count == 1)
    #expect(Ledger(line(1)).complaints(about: [row(1, .succeeded, exitCode: 3)]).count == 1)
  }
}
