import JobsCore
import JobsStore

/// What jobs said themselves about their runs: the oracle that a history is held against.
///
/// Every run appends one line with one write, so lines of runs that go on at once never mix.
struct Ledger {
  struct Line: Hashable {
    var job: String
    var execution: String
    var scheduledAt: String
  }

  private(set) var lines: [Line] = []
  /// Lines that are not of three words.
  private(set) var broken: [String] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      if words.count == 3 {
        lines.append(Line(job: words[0], execution: words[1], scheduledAt: words[2]))
      } else {
        broken.append(String(line))
      }
    }
  }

  /// The shell command by which a run enters itself.
  static func entry(_ path: String) -> String {
    "printf '%s %s %s\\n' \"$JOBS_JOB\" \"$JOBS_EXECUTION\" \"$JOBS_SCHEDULED_AT\" >> '\(path)'"
  }

  /// The shell command that ends a run with a status that follows from its due time, so that no two rows that were
  /// mistaken for each other agree by chance.
  static let exitByDueTime = "s=${JOBS_SCHEDULED_AT%Z}; s=${s%%.*}; exit $((1${s##*:} % 7))"

  /// The status that `exitByDueTime` ends with.
  static func exitCode(of execution: Execution) -> Int32? {
    execution.scheduled.map { Int32(100 + $0 / 1000 % 60) % 7 }
  }

  /// Where a history and this ledger contradict each other, a sentence each; none if every run is accounted for.
  ///
  /// - Parameters:
  ///   - rows: the whole history, after everything has ended.
  ///   - due: by a job's name, the seconds since the epoch in which it was due each second, ends included.
  ///   - exitCode: the status with which a run that wrote its line ended itself; nil where that is not known.
  func complaints(
    about rows: [Execution], due: [String: ClosedRange<Int64>] = [:], exitCode: (Execution) -> Int32? = { _ in nil }
  ) -> [String] {
    var found = broken.map { "the line '\($0)' is broken" }
    let entries = Dictionary(grouping: lines, by: \.execution)
    let known = Dictionary(rows.map { ("\($0.id)", $0) }) { first, _ in first }
    for (execution, lines) in entries.sorted(by: { $0.key < $1.key }) {
      if lines.count > 1 { found.append("\(lines[0].job) \(execution) ran \(lines.count) times") }
      guard let row = known[execution] else {
        found.append("\(lines[0].job) \(execution) ran, and no row has it")
        continue
      }
      if row.job != lines[0].job { found.append("\(execution) is of \(lines[0].job), its row of \(row.job)") }
      let at = row.scheduled.map { Instant(milliseconds: $0).rfc3339 } ?? ""
      if at != lines[0].scheduledAt { found.append("\(execution) ran for \(lines[0].scheduledAt), its row for \(at)") }
    }
    for row in rows { found += complaints(about: row, isEntered: entries["\(row.id)"] != nil, exitCode) }
    for (job, window) in due { found += gaps(of: job, in: window, rows) }
    return found
  }

  private func complaints(about row: Execution, isEntered: Bool, _ exitCode: (Execution) -> Int32?) -> [String] {
    let name = "\(row.job) \(row.id) (\(row.state.rawValue), \(row.reason ?? row.error ?? "no reason"))"
    switch row.state {
    case .pending, .running: return ["\(name) is open"]
    case .skipped, .missed, .deduplicated:
      return (isEntered ? ["\(name) ran"] : []) + (row.reason == nil ? ["\(name) does not say why"] : [])
    case .lost: return row.reason == nil ? ["\(name) does not say why"] : []
    case .cancelled: return []
    case .succeeded, .failed:
      if row.error != nil { return isEntered ? ["\(name) ran"] : [] }
      guard isEntered else { return ["\(name) has a row, and did not run"] }
      guard (row.state == .succeeded) == (row.exitCode == 0) else {
        return ["\(name) has status \(row.exitCode ?? -1)"]
      }
      guard let expected = exitCode(row), row.exitCode != expected else { return [] }
      return ["\(name) has status \(row.exitCode ?? -1) and not \(expected)"]
    }
  }

  /// The due seconds that have no row, or several.
  private func gaps(of job: String, in window: ClosedRange<Int64>, _ rows: [Execution]) -> [String] {
    var counts: [Int64: Int] = [:]
    var found: [String] = []
    for row in rows where row.job == FaultHost.id(job) && row.trigger == "schedule" {
      let last = (row.scheduled ?? 0) / 1000
      let first = row.firstDue.map { $0 / 1000 } ?? last
      if last - first + 1 != Int64(row.dueCount) {
        found.append("\(job) \(row.id) stands for \(row.dueCount) due times")
      }
      for second in first...max(first, last) { counts[second, default: 0] += 1 }
    }
    for second in window where counts[second] != 1 {
      found.append("\(job) was due \(Instant(seconds: second).rfc3339), and has \(counts[second] ?? 0) rows for it")
    }
    return found
  }
}
