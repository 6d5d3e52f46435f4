import Synchronization

/// Where executions write, found out once for each: a log is read again and again.
final class LogPlaces: Sendable {
  struct Place: Hashable {
    var region: String
    var group: String
    var stream: String
  }

  private let known = Mutex<[String: Place]>([:])

  subscript(execution: String) -> Place? {
    get { known.withLock { $0[execution] } }
    set { known.withLock { $0[execution] = newValue } }
  }
}
