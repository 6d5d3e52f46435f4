/// Keeps a job that fails again and again from starting, until a cool-down has passed.
///
/// A pure state machine: closed, it lets runs through and counts failures in a row; open, it lets none through; after
/// the cool-down it lets one through, whose end decides (M. Nygard, "Release It!", 2007).
package struct CircuitBreaker: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case pass
    /// The run that decides whether it closes.
    case probe
    /// Open until then, in milliseconds since the epoch.
    case open(until: Int64)
  }

  /// Failures in a row that open it; at least 1.
  package let threshold: Int
  /// Milliseconds for which it stays open.
  package let cooldown: Int64
  package private(set) var failures: Int
  /// Milliseconds since the epoch; nil while it is closed.
  package private(set) var openedAt: Int64?

  package init(threshold: Int, cooldown: Int64, failures: Int = 0, openedAt: Int64? = nil) {
    self.threshold = max(threshold, 1)
    self.cooldown = max(cooldown, 0)
    self.failures = failures
    self.openedAt = openedAt
  }

  /// Whether a run may start.
  ///
  /// - Parameter isProbing: whether the run that decides goes on already.
  package func verdict(now: Int64, isProbing: Bool) -> Verdict {
    guard let openedAt else { return .pass }
    let until = openedAt + cooldown
    // A clock that was set back does not keep it open for longer than it was told.
    if now < until && now >= openedAt { return .open(until: until) }
    return isProbing ? .open(until: now) : .probe
  }

  /// The end of a run, after its last attempt.
  package mutating func record(succeeded: Bool, now: Int64) {
    guard !succeeded else {
      failures = 0
      openedAt = nil
      return
    }
    failures += 1
    if failures >= threshold { openedAt = now }
  }
}
