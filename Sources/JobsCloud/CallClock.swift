package import JobsCore

/// Time and chance as calls see them: handed in, so that tests neither wait nor guess.
package struct CallClock: Sendable {
  /// The real-time clock: dates of servers and the ends of tokens are held against it.
  package var now: @Sendable () -> Instant
  /// A clock that only goes on, from whatever beginning.
  package var uptime: @Sendable () -> Duration
  /// Waits, and throws when the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// Random bits, for the jitter of waits.
  package var random: @Sendable () -> UInt64

  package init(
    now: @escaping @Sendable () -> Instant, uptime: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void, random: @escaping @Sendable () -> UInt64
  ) {
    self.now = now
    self.uptime = uptime
    self.sleep = sleep
    self.random = random
  }

  /// The clocks and the chance of this host.
  package static let system: CallClock = {
    let start = ContinuousClock.now
    return CallClock(
      now: { .now() }, uptime: { start.duration(to: .now) },
      sleep: { duration in try await Task.sleep(for: duration) }, random: { .random(in: .min ... .max) })
  }()

  /// The random bits as the standard library draws from them.
  package var generator: Generator { Generator(draw: random) }

  package struct Generator: RandomNumberGenerator {
    let draw: @Sendable () -> UInt64

    package mutating func next() -> UInt64 { draw() }
  }
}
