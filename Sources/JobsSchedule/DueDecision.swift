package import JobsManifest

/// What becomes of one due time of a job, or of several that share a row.
package struct DueDecision: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    /// It runs; the reason says why it is late, if it is.
    case run(reason: String?)
    case skipped(reason: String)
    case missed(reason: String)
    case deduplicated(reason: String)
  }

  /// Seconds since the epoch; of several the last.
  package var at: Int64
  /// The first of several.
  package var first: Int64?
  package var count: Int
  package var verdict: Verdict

  package init(at: Int64, first: Int64? = nil, count: Int = 1, verdict: Verdict) {
    self.at = at
    self.first = first
    self.count = count
    self.verdict = verdict
  }
}

/// Due times of a job that have come, the recent ones one by one.
package struct DueTimes: Hashable, Sendable {
  /// Ascending, in seconds since the epoch.
  package var recent: [Int64] = []
  /// Those before them, which share a row.
  package var older: Older?

  package struct Older: Hashable, Sendable {
    package var first: Int64
    package var last: Int64
    package var count: Int

    package init(first: Int64, last: Int64, count: Int) {
      self.first = first
      self.last = last
      self.count = count
    }
  }

  package init(recent: [Int64] = [], older: Older? = nil) {
    self.recent = recent
    self.older = older
  }

  /// How many due times of a job get a row of their own after nobody was there.
  package static let rows = 100

  /// What becomes of them, oldest first.
  ///
  /// Whoever is late by no more than `tolerance` is on time. Of the others the job's policy says which still run; where
  /// one is on time, it is the last.
  /// - Parameters:
  ///   - now: seconds since the epoch.
  ///   - cause: why they are late: `no daemon ran`.
  package func decide(now: Int64, missed policy: Missed, cause: String) -> [DueDecision] {
    var decisions: [DueDecision] = []
    let firstOnTime = recent.firstIndex { now - $0 <= Self.tolerance } ?? recent.endIndex
    let late = recent[..<firstOnTime]
    let inTime = late.filter { now - $0 <= Int64(policy.withinSeconds ?? .max) }
    let chosen: Set<Int64> =
      switch policy.policy {
      case .skip: []
      case .last: firstOnTime == recent.endIndex ? Set(inTime.suffix(1)) : []
      case .all(let most): Set(inTime.suffix(most ?? inTime.count))
      }
    if let older {
      decisions.append(
        DueDecision(at: older.last, first: older.first, count: older.count, verdict: .missed(reason: cause)))
    }
    for at in late {
      decisions.append(
        DueDecision(at: at, verdict: chosen.contains(at) ? .run(reason: "late: \(cause)") : .missed(reason: cause)))
    }
    return decisions + recent[firstOnTime...].map { DueDecision(at: $0, verdict: .run(reason: nil)) }
  }

  /// Seconds by which a run may be late without having been missed: a daemon that restarts, or waits for its disk,
  /// loses nothing.
  package static let tolerance: Int64 = 90
}

extension Timetable {
  /// The due times after `from`, through `through`.
  ///
  /// - Parameter rows: how many are told one by one, the last ones.
  package func dueTimes(after from: Int64, through: Int64, rows: Int = DueTimes.rows) -> DueTimes {
    var recent: [Int64] = []
    var at = through + 1
    while recent.count < rows, let time = previous(before: at), time > from {
      recent.append(time)
      at = time
    }
    recent.reverse()
    guard recent.count == rows, let last = previous(before: recent[0]), last > from,
      let first = nextEpoch(after: from)
    else { return DueTimes(recent: recent) }
    return DueTimes(recent: recent, older: DueTimes.Older(first: first, last: last, count: count(in: first...last)))
  }
}
