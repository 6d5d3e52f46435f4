package import JobsCore

/// As of when something is judged.
package struct JudgedTime: Hashable, Sendable {
  package let instant: Instant
  /// Whether that very instant was asked about. If not, it is the present: then a grant for the hours of an office stands at
  /// night too, since these come again.
  package let isExact: Bool

  /// Judges for that instant and no other.
  package static func exactly(_ instant: Instant) -> JudgedTime { JudgedTime(instant: instant, isExact: true) }

  /// Judges what stands now, and what comes again.
  package static func present(_ instant: Instant) -> JudgedTime { JudgedTime(instant: instant, isExact: false) }
}
