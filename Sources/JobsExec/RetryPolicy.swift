package import JobsCore

/// Whether and when a run that failed is tried again.
package struct RetryPolicy: Hashable, Sendable {
  package enum Backoff: String, Sendable, CaseIterable {
    /// The same wait each time.
    case fixed
    /// A random wait up to a bound that doubles each time: full jitter, so that jobs that failed together do not
    /// come back together (M. Brooker, "Exponential Backoff And Jitter", AWS 2015).
    case exponential
  }

  /// Attempts after the first.
  package var attempts: Int
  package var backoff: Backoff
  /// The wait before the second attempt; with `exponential`, its bound.
  package var base: Duration
  /// No wait, and no bound of one, is longer.
  package var maximum: Duration
  /// The classes of failure that are tried again; nil for all.
  package var classes: Set<FailureClass>?
  /// What holds after failures of single classes instead; they need not be among `classes`.
  package var perClass: [FailureClass: RetryPolicy] = [:]

  /// The most attempts after the first there can be.
  package var most: Int { max(perClass.values.map(\.attempts).max() ?? 0, attempts, 0) }

  /// No second attempt.
  package static let never = RetryPolicy(attempts: 0)

  package init(
    attempts: Int, backoff: Backoff = .exponential, base: Duration = .seconds(10), maximum: Duration = .seconds(600),
    classes: Set<FailureClass>? = nil
  ) {
    self.attempts = attempts
    self.backoff = backoff
    self.base = base
    self.maximum = maximum
    self.classes = classes
  }

  /// Whether another attempt follows one that failed.
  ///
  /// - Parameter attempt: the one that failed, 1-based.
  package func retries(_ failure: FailureClass, attempt: Int) -> Bool {
    if let own = perClass[failure] { return attempt <= own.attempts }
    return attempt <= attempts && (classes?.contains(failure) ?? true)
  }

  /// The longest wait after an attempt that failed.
  ///
  /// - Parameter attempt: the one that failed, 1-based.
  package func bound(after attempt: Int) -> Duration {
    let base = max(base, .zero)
    switch backoff {
    case .fixed: return min(base, maximum)
    case .exponential:
      var bound = base
      var doublings = max(attempt, 1) - 1
      while doublings > 0, bound > .zero, bound < maximum {
        bound += bound
        doublings -= 1
      }
      return min(bound, maximum)
    }
  }

  /// The wait after an attempt that failed.
  ///
  /// - Parameters:
  ///   - attempt: the one that failed, 1-based.
  ///   - failure: its class.
  package func wait(
    after attempt: Int, _ failure: FailureClass, using generator: inout some RandomNumberGenerator
  ) -> Duration {
    (perClass[failure] ?? self).wait(after: attempt, using: &generator)
  }

  /// The wait after an attempt that failed, whatever its class.
  ///
  /// - Parameter attempt: the one that failed, 1-based.
  package func wait(after attempt: Int, using generator: inout some RandomNumberGenerator) -> Duration {
    let bound = bound(after: attempt)
    guard backoff == .exponential else { return bound }
    return .nanoseconds(Int64.random(in: 0...max(bound.nanoseconds, 0), using: &generator))
  }
}
