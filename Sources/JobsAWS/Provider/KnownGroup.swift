import Synchronization

/// Whether the group of all schedules is there, so that it is asked for once.
final class KnownGroup: Sendable {
  private let state = Mutex(false)

  var isKnown: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
