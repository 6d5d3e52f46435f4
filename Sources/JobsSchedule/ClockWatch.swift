/// Tells a clock that was set, and a host that slept, from time that went on.
///
/// It compares the real-time clock with two that nobody can set: one that counts from boot, and one that stands still
/// while the host sleeps.
package struct ClockWatch: Hashable, Sendable {
  /// What three clocks show, in milliseconds.
  package struct Reading: Hashable, Sendable {
    /// Since the epoch.
    package var real: Int64
    /// Since boot, time asleep included.
    package var boot: Int64
    /// Since boot, without it.
    package var awake: Int64

    package init(real: Int64, boot: Int64, awake: Int64) {
      self.real = real
      self.boot = boot
      self.awake = awake
    }
  }

  /// What happened between two readings, in milliseconds.
  package struct Change: Hashable, Sendable {
    /// By which the clock was set; 0 if it was not.
    package var step: Int64
    /// For which the host slept; 0 if it did not.
    package var sleep: Int64
  }

  /// Smaller differences are rounding and scheduling.
  package static let threshold: Int64 = 1000

  private var last: Reading

  package init(_ reading: Reading) { last = reading }

  /// What happened since the last look.
  package mutating func look(_ reading: Reading) -> Change {
    let boot = reading.boot - last.boot
    let step = (reading.real - last.real) - boot
    let sleep = boot - (reading.awake - last.awake)
    last = reading
    return Change(step: abs(step) < Self.threshold ? 0 : step, sleep: sleep < Self.threshold ? 0 : sleep)
  }
}
