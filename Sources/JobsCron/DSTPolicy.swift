/// What a job at a fixed time does when its zone moves the clock.
///
/// It governs jobs whose minute and hour do not start with `*`. Jobs with a star there follow real time whatever the
/// policy says: they fire at every instant whose wall time matches, so `* * * * *` never pauses and never doubles.
package struct DSTPolicy: Hashable, Sendable {
  /// A wall time that does not exist because the clock jumped over it.
  package enum Gap: String, Sendable, Hashable, CaseIterable {
    /// Fires once, at the first instant after the gap, however many of its times were jumped over.
    case runAfter = "run-after"
    /// Does not fire.
    case skip
  }

  /// A wall time that exists twice because the clock was set back over it.
  package enum Repeat: String, Sendable, Hashable, CaseIterable {
    case first
    case second
    case both
  }

  package var gap: Gap
  package var `repeat`: Repeat

  /// The rule of Debian's cron unless said otherwise: nothing is lost, nothing runs twice.
  package init(gap: Gap = .runAfter, repeat: Repeat = .first) {
    self.gap = gap
    self.repeat = `repeat`
  }
}
