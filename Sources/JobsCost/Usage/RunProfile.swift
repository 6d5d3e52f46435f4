package import JobsCore

/// How often a job runs in a period, and how long.
package struct RunProfile: Sendable, Equatable {
  /// Where the length of a run is known from.
  package enum Source: Hashable, Sendable {
    /// So many runs of the history.
    case history(Int)
    /// `expect` of the manifest.
    case manifest
    /// What the user assumes.
    case assumed

    package var words: String {
      switch self {
      case .history(let count): "history of \(count) \(count == 1 ? "run" : "runs")"
      case .manifest: "manifest"
      case .assumed: "assumed"
      }
    }
  }

  package struct Length: Sendable, Equatable {
    /// Milliseconds.
    package var milliseconds: Spread<Int>
    package var source: Source

    package init(_ milliseconds: Spread<Int>, _ source: Source) {
      self.milliseconds = milliseconds
      self.source = source
    }
  }

  /// All runs.
  package var runs: Int
  /// Those of them that events start; nil where that is not known, and they are not among them.
  package var eventRuns: Int?
  /// Days of the period.
  package var days: Int
  /// nil where nobody knows.
  package var length: Length?
  /// The share of attempts that fail: 0 up to, not including, 1.
  package var failureRate: Decimal

  /// - Parameter scheduled: runs that schedules start.
  package init(
    scheduled: Int, eventRuns: Int? = nil, days: Int, length: Length?, failureRate: Decimal = .zero
  ) {
    runs = scheduled + (eventRuns ?? 0)
    self.eventRuns = eventRuns
    self.days = days
    self.length = length
    self.failureRate = failureRate
  }

  /// Runs that schedules start.
  package var scheduledRuns: Int { runs - (eventRuns ?? 0) }

  /// How many attempts a run takes: one where all goes well, and otherwise what follows from the share of failures and
  /// the retries that there are, `1 + f + f² + …`, to six places.
  func attempts(retries: Int) throws(Decimal.Overflow) -> Spread<Decimal> {
    var expected = Decimal.one
    var power = Decimal.one
    // Later powers are below the sixth place for any share of a half or less, and there are few retries above.
    for _ in 0..<min(max(retries, 0), 64) {
      power = try power.times(failureRate)
      expected = try expected.plus(power)
    }
    return Spread(low: .one, typical: expected.rounded(to: 6), high: expected.rounded(to: 6))
  }
}
