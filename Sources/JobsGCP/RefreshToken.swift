import JobsCloud
import Synchronization

/// What keeps somebody signed in; services may give out a new one each time it is used.
final class RefreshToken: Sendable {
  private let latest: Mutex<Secret>

  init(_ first: Secret) { latest = Mutex(first) }

  var value: Secret {
    get { latest.withLock { $0 } }
    set { latest.withLock { $0 = newValue } }
  }
}
