/// Tells a clock that was set from one that went on.
///
/// It compares the real-time clock with one that counts from boot, through sleep too, and cannot be set.
package struct ClockWatch: Hashable, Sendable {
  /// Smaller differences are rounding and scheduling.
  package static let threshold: Int64 = 1000

  private var real: Int64
  private var boot: Int64

  /// - Parameters:
  ///   - real: milliseconds since the epoch.
  ///   - boot: milliseconds since boot, time asleep included.
  package init(real: Int64, boot: Int64) {
    self.real = real
    self.boot = boot
  }

  /// The milliseconds by which the clock was set since the last look; 0 if it was not.
  package mutating func look(real: Int64, boot: Int64) -> Int64 {
    let step = (real - self.real) - (boot - self.boot)
    self.real = real
    self.boot = boot
    return abs(step) < Self.threshold ? 0 : step
  }
}
