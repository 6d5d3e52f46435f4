import Glibc
package import JobsCore
package import JobsStore

/// Removes from a history, and from the folder of outputs, what a retention does not keep: in steps of some milliseconds,
/// between which others write and runs start.
///
/// The files of an execution go before its row, so that a purge that is cut off leaves nothing that the next one would
/// not find. Files without a row, such as those of a history that was put aside, go once they are too old.
package struct HistoryPurge {
  /// What was removed, or would be.
  package struct Counts: Hashable, Sendable {
    package var executions = 0
    package var deadLetters = 0
    /// Files of outputs that belong to no execution.
    package var strays = 0

    package var isEmpty: Bool { self == Counts() }
  }

  private enum Phase {
    /// The job behind this one comes next.
    case job(after: String)
    case letters(String)
    /// The oldest that is kept for its number is so many executions before a time.
    case counting(String, left: Int, before: Int64)
    /// What lies between two places goes, but for some runs.
    case removing(String, after: RunHistory.Place, before: RunHistory.Place, held: Set<ULID>)
    case sweeping(OutputSweep)
    case done
  }

  private let history: RunHistory
  private let retention: Retention
  private let now: Int64
  private let jobs: Set<String>?
  private let isDry: Bool
  private var phase = Phase.job(after: "")
  /// How many executions go at once, so that nobody waits for longer than `Self.patience` to write.
  private var batch = 64
  /// Told of an execution before it goes.
  package var removing: (Execution) -> Void = { _ in }
  package private(set) var counts = Counts()

  /// - Parameters:
  ///   - now: milliseconds since the epoch.
  ///   - jobs: the ids of those to look at, and then no stray files; nil for all.
  ///   - isDry: whether everything stays, and is only counted.
  package init(
    _ history: RunHistory, _ retention: Retention, now: Int64, jobs: Set<String>? = nil, isDry: Bool = false
  ) {
    self.history = history
    self.retention = retention
    self.now = now
    self.jobs = jobs
    self.isDry = isDry
  }

  package var isDone: Bool { if case .done = phase { true } else { false } }

  /// Does a little.
  ///
  /// - Returns: false if another process is writing into the history, so that this step is to be tried again later.
  package mutating func step() throws(Failure) -> Bool {
    switch phase {
    case .job(let last):
      guard let job = try history.job(after: last) else {
        let sweep = OutputSweep(history.state, end: retention.end(now: now), now: now, isDry: isDry)
        phase = jobs == nil ? .sweeping(sweep) : .done
        return true
      }
      phase = jobs?.contains(job) ?? true ? .letters(job) : .job(after: job)
    case .letters(let job): return try removeLetters(job)
    case .counting(let job, let left, let time):
      let steps = min(left, Self.stride)
      let place = try history.place(of: job, steps, before: time)
      // Executions of one time are not told apart here, so that a few more may stay.
      guard let place, left > steps else { return try begin(job, kept: place) }
      phase = .counting(job, left: left - steps, before: place.at)
    case .removing(let job, let after, let before, let held):
      return try remove(job, after, before, held)
    case .sweeping(var sweep):
      let isOver = try sweep.step(history)
      counts.strays = sweep.removed
      phase = isOver ? .done : .sweeping(sweep)
    case .done: break
    }
    return true
  }

  private mutating func removeLetters(_ job: String) throws(Failure) -> Bool {
    if let kept = retention.deadLetters {
      let surplus = try history.deadLetters.surplus(of: job, beyond: kept, limit: isDry ? -1 : batch)
      if isDry {
        counts.deadLetters += surplus.count
      } else if !surplus.isEmpty {
        guard let count = try history.deadLetters.remove(surplus) else { return false }
        counts.deadLetters += count
        return true
      }
    }
    phase = .counting(job, left: retention.runs ?? 1, before: .max)
    return true
  }

  /// What goes lies before the oldest execution that is kept for its number, or before the time that is too long ago.
  private mutating func begin(_ job: String, kept: RunHistory.Place?) throws(Failure) -> Bool {
    var before = retention.runs == nil ? .first : kept ?? .first
    if let end = retention.end(now: now) { before = max(before, RunHistory.Place(at: end, number: .min)) }
    // However old, the last one stays.
    before = min(before, try history.place(of: job, 1, before: .max) ?? .first)
    guard try !history.executions(of: job, after: .first, before: before, limit: 1).isEmpty else {
      phase = .job(after: job)
      return true
    }
    let held = try history.heldRuns(of: job, deadLetters: retention.deadLetters)
    phase = .removing(job, after: .first, before: before, held: held)
    return true
  }

  private mutating func remove(
    _ job: String, _ after: RunHistory.Place, _ before: RunHistory.Place, _ held: Set<ULID>
  ) throws(Failure) -> Bool {
    let found = try history.executions(of: job, after: after, before: before, limit: batch)
    guard let last = found.last else {
      phase = .job(after: job)
      return true
    }
    let old = found.filter { !$0.execution.state.isOpen && !held.contains($0.execution.run ?? $0.execution.id) }
    for (_, execution) in old {
      removing(execution)
      if !isDry { history.state.removeOutput(of: execution) }
    }
    if isDry || old.isEmpty {
      counts.executions += old.count
    } else {
      let start = monotonicNow()
      guard let count = try history.remove(old.map(\.place.number)) else { return false }
      counts.executions += count
      let isQuick = monotonicNow() - start < Self.patience
      batch = isQuick ? min(batch * 2, 512) : max(batch / 2, 8)
    }
    phase = .removing(job, after: last.place, before: before, held: held)
    return true
  }

  /// Entries of an index that one step passes over.
  private static let stride = 5000
  /// Nanoseconds for which others may have to wait to write.
  private static let patience: Int64 = 4_000_000
}
