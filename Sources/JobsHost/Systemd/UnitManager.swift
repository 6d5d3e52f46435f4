package import JobsCore

/// The manager that runs units, told what changed.
///
/// This room starts no programs for it: what does is handed in.
package struct UnitManager: Sendable {
  package enum Act: Sendable, Hashable {
    /// Read all unit files again.
    case reload
    /// From now on the timer counts.
    case start(String)
    /// From now on it does not.
    case stop(String)
    /// The service runs once, now, and has to succeed within so many seconds.
    case run(String, seconds: Int)
  }

  private let tell: @Sendable (Act) throws(Failure) -> Void

  package init(tell: @escaping @Sendable (Act) throws(Failure) -> Void) { self.tell = tell }

  package func callAsFunction(_ act: Act) throws(Failure) { try tell(act) }
}
