import JobsCore
import JobsStore

/// What the history does in a second of real time, waits for the disk included.
enum HistoryRates {
  /// Rows in one transaction: of a herd, and about what a daemon at full speed gathers between two commits.
  private static let group = 1_000

  /// Claims of so many due times in one transaction each, as of a tick: the best, the median and the worst, in milliseconds.
  static func claims(_ history: RunHistory, _ runs: SampleRuns, of count: Int) throws(Failure) {
    let times = 21
    var taken: [Double] = []
    for time in 0..<times {
      let rows = (time * count..<(time + 1) * count).map(runs.claimed)
      taken.append(try milliseconds { () throws(Failure) in try claim(history, rows) })
    }
    taken.sort()
    report("best", taken[0])
    report("median", taken[times / 2])
    report("worst", taken[times - 1])
  }

  /// Runs of which the claim and, in a later transaction, the end are durable; a second.
  static func durableRuns(_ history: RunHistory, _ runs: SampleRuns, _ count: Int) throws(Failure) {
    let taken = try milliseconds { () throws(Failure) in
      for first in stride(from: 0, to: count, by: group) {
        let rows = (first..<min(first + group, count)).map(runs.claimed)
        try claim(history, rows)
        try history.write(changed: rows.map(runs.ended))
      }
    }
    report("rate", Double(count) / taken * 1000)
  }

  /// A history of runs that are over, as large as asked for.
  static func fill(_ history: RunHistory, _ runs: SampleRuns, _ count: Int) throws(Failure) {
    let taken = try milliseconds { () throws(Failure) in
      for first in stride(from: 0, to: count, by: 100 * group) {
        try history.insert((first..<min(first + 100 * group, count)).map { runs.ended(runs.claimed($0)) })
      }
    }
    report("rate", Double(count) / taken * 1000)
  }

  private static func claim(_ history: RunHistory, _ rows: [Execution]) throws(Failure) {
    let accounted = (rows.last?.scheduled ?? 0) / 1000
    try history.claim(rows, account: RunHistory.Account(accounted: accounted))
  }

  private static func milliseconds(_ body: () throws(Failure) -> Void) throws(Failure) -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .milliseconds(1)
  }

  private static func report(_ name: String, _ value: Double) { print(name, value) }
}
