import JobsCore
import JobsStore

extension Daemon {
  /// Takes over what an earlier daemon left open.
  func adoptRuns() throws(Failure) {
    _ = try ledger.history.heal(now: Instant.now().milliseconds)
  }
}
