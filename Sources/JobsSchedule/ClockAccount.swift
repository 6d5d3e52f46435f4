/// How far the due times of a host are accounted for, on a clock that may be set.
///
/// A pure state machine over seconds since the epoch. A step is what the clock was set by, as against a clock that
/// only goes forward; a change of the zone's offset is none.
package struct ClockAccount: Hashable, Sendable {
  package enum Move: Hashable, Sendable {
    /// Nothing has become due.
    case none
    /// Due times after `from`, through `through`, have come.
    case forward(from: Int64, through: Int64)
    /// The clock was corrected by more than a clock may be wrong in good faith: due times in between are nobody's.
    case skipped(from: Int64, through: Int64, by: Int64)
    /// The clock was set back; due times after `to` come again.
    case back(to: Int64, by: Int64)
  }

  /// A larger step is a correction, after which nothing is made up for (cron(8) of Debian, "more than 3 hours").
  package static let correction: Int64 = 3 * 3600
  /// A clock set back by no more is waited for, as one that is slewed.
  package static let slew: Int64 = 60

  /// Every due time up to and including this has its row.
  package private(set) var accounted: Int64
  /// How often the clock was set back.
  package private(set) var clock: Int32
  /// Up to here, due times at fixed times have had their turn before the clock was set back.
  package private(set) var barrier: Int64?

  package init(accounted: Int64, clock: Int32 = 0, barrier: Int64? = nil) {
    self.accounted = accounted
    self.clock = clock
    self.barrier = barrier
  }

  /// Takes the time that the clock shows.
  ///
  /// - Parameters:
  ///   - now: in whole seconds, rounded down.
  ///   - step: seconds by which the clock was set since the last look; 0 if it was not, or if nobody could look.
  package mutating func move(to now: Int64, step: Int64 = 0) -> Move {
    if now < accounted {
      let by = accounted - now
      guard by > Self.slew else { return .none }
      barrier = by > Self.correction ? nil : max(barrier ?? accounted, accounted)
      clock += 1
      accounted = now
      return .back(to: now, by: by)
    }
    if let barrier, now > barrier { self.barrier = nil }
    guard now > accounted else { return .none }
    let from = accounted
    accounted = now
    return step > Self.correction
      ? .skipped(from: from, through: now, by: step) : .forward(from: from, through: now)
  }
}
