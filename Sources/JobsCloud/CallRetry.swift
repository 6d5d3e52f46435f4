/// Whether and when a call that failed is tried again: exponential bounds with full jitter (M. Brooker, "Exponential
/// Backoff And Jitter", AWS 2015), so that calls that failed together do not come back together.
package struct CallRetry: Hashable, Sendable {
  /// How far a server is obeyed that says when to come back.
  package enum Obedience: Hashable, Sendable {
    /// Never sooner than it asks; where it asks for more than this, the call is not tried again.
    case fully(upTo: Duration)
    /// Not sooner than without its word, and later by so much at most.
    case within(Duration)
  }

  /// Attempts in all, the first among them.
  package var attempts: Int
  /// Attempts in all where nobody is reached: a name that is wrong stays wrong, and people wait for the message.
  package var unreachableAttempts: Int
  /// The bound of the wait after the first attempt; it doubles with every further one.
  package var base: Duration
  /// The same where the server has had too many calls.
  package var throttledBase: Duration
  /// No bound is longer.
  package var cap: Duration
  package var obedience: Obedience
  /// From the first attempt on; no wait goes beyond it.
  package var patience: Duration

  package init(
    attempts: Int, unreachableAttempts: Int = 3, base: Duration, throttledBase: Duration? = nil, cap: Duration,
    obedience: Obedience, patience: Duration
  ) {
    self.attempts = attempts
    self.unreachableAttempts = unreachableAttempts
    self.base = base
    self.throttledBase = throttledBase ?? base
    self.cap = cap
    self.obedience = obedience
    self.patience = patience
  }

  /// One attempt and no more.
  package static let never = CallRetry(attempts: 1, base: .zero, cap: .zero, obedience: .within(.zero), patience: .zero)

  /// The longest wait of our own after an attempt.
  ///
  /// - Parameter attempt: the one that failed, 1-based.
  package func bound(after attempt: Int, isThrottled: Bool = false) -> Duration {
    var bound = isThrottled ? throttledBase : base
    var doublings = max(attempt, 1) - 1
    while doublings > 0, bound > .zero, bound < cap {
      bound += bound
      doublings -= 1
    }
    return min(bound, cap)
  }

  /// The wait after an attempt that failed; nil where none is to follow.
  ///
  /// - Parameters:
  ///   - attempt: the one that failed, 1-based.
  ///   - past: since the first attempt began.
  package func wait(
    after attempt: Int, _ delay: CallDelay, past: Duration, using generator: inout some RandomNumberGenerator
  ) -> Duration? {
    guard attempt < (delay.isUnreachable ? min(attempts, unreachableAttempts) : attempts) else { return nil }
    var wait = bound(after: attempt, isThrottled: delay.isThrottled) * Self.part(&generator)
    switch (delay.ask, obedience) {
    case (nil, _): break
    case (let ask?, .fully(let limit)):
      guard ask <= limit else { return nil }
      // Those who were told the same come back one after the other.
      wait = max(ask, .zero) + min(wait, base)
    case (let ask?, .within(let more)): wait = min(max(ask, wait), wait + more)
    }
    return past + wait <= patience ? wait : nil
  }

  /// From 0 to 1, both included. One draw, and so an end, whatever the generator gives.
  private static func part(_ generator: inout some RandomNumberGenerator) -> Double {
    Double(generator.next() >> 11) / Double((1 << 53) - 1)
  }
}
