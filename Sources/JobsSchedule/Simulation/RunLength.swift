package import JobsManifest

/// How long a run of a job is taken to last, and where that is known from.
package struct RunLength: Hashable, Sendable {
  package enum Source: String, Sendable {
    /// What its last runs took.
    case history
    /// `expect` of its manifest.
    case expect
    /// Nothing is known; what the user assumes.
    case assumed
  }

  /// At least 1.
  package var milliseconds: Int64
  package var source: Source
  /// Runs of the history behind it.
  package var samples: Int

  package init(milliseconds: Int64, source: Source, samples: Int = 0) {
    self.milliseconds = max(milliseconds, 1)
    self.source = source
    self.samples = samples
  }

  /// The history's word, else the manifest's, else the assumption.
  ///
  /// - Parameters:
  ///   - past: lengths of past runs in milliseconds, in any order.
  ///   - percentile: 1 up to 100, by the nearest rank; of the manifest's two figures `p90` stands for those above 50.
  ///   - assumed: in milliseconds.
  package init(past: [Int64], percentile: Int, expect: Expectation?, assumed: Int64) {
    if let length = Self.percentile(percentile, of: past) {
      self.init(milliseconds: length, source: .history, samples: past.count)
    } else if let seconds = percentile > 50
      ? expect?.p90Seconds ?? expect?.durationSeconds : expect?.durationSeconds ?? expect?.p90Seconds
    {
      self.init(milliseconds: Int64(seconds) * 1000, source: .expect)
    } else {
      self.init(milliseconds: assumed, source: .assumed)
    }
  }

  /// The nearest rank: the least value that so many percent of all do not exceed; nil of nothing.
  package static func percentile(_ percentile: Int, of values: [Int64]) -> Int64? {
    guard !values.isEmpty else { return nil }
    let rank = (values.count * percentile + 99) / 100
    return values.sorted()[min(max(rank, 1), values.count) - 1]
  }
}
