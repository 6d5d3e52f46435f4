import Synchronization

/// What the attempts after the first may cost all calls of a run together, so that a cloud in trouble is not called more
/// often than a healthy one: a bucket of tokens that successes fill.
///
/// Figures of botocore 1.44.5 (retries/quota.py, retries/standard.py, 2026-11).
package final class RetryBudget: Sendable {
  private let capacity: Int
  private let left: Mutex<Int>

  /// What an attempt after a failure costs, and after being turned away as one of too many.
  package static let cost = (failed: 14, throttled: 5)

  package init(capacity: Int = 500) {
    self.capacity = capacity
    left = Mutex(capacity)
  }

  /// Pays for one more attempt.
  ///
  /// - Returns: what it cost; nil, with nothing taken, where too little is left.
  package func pay(isThrottled: Bool) -> Int? {
    let cost = isThrottled ? Self.cost.throttled : Self.cost.failed
    return left.withLock { left in
      guard left >= cost else { return nil }
      left -= cost
      return cost
    }
  }

  /// Notes a success.
  ///
  /// - Parameter paid: for the attempt that succeeded, which comes back; nothing for a first one, which earns a token.
  package func succeed(paid: Int?) { left.withLock { $0 = min($0 + (paid ?? 1), capacity) } }

  /// Tokens that are there.
  package var remaining: Int { left.withLock { $0 } }
}
