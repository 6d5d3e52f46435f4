import JobsCloud
import Synchronization

/// What a transport asks of its thread.
final class CurlInbox: Sendable {
  enum Order: Sendable {
    case start(UInt64, HTTPRequest, @Sendable (Result<HTTPResponse, TransportFailure>) -> Void)
    case cancel(UInt64)
  }

  private struct State {
    var orders: [Order] = []
    var isClosed = false
    var lastID: UInt64 = 0
  }

  let wakeUp: WakeUp
  private let state = Mutex(State())

  init(wakeUp: WakeUp) { self.wakeUp = wakeUp }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func newID() -> UInt64 {
    state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
  }

  /// False if nobody will do it any more.
  func add(_ order: Order) -> Bool {
    let isOpen = state.withLock { state in
      if !state.isClosed { state.orders.append(order) }
      return !state.isClosed
    }
    if isOpen { wakeUp.ring() }
    return isOpen
  }

  func close() {
    state.withLock { $0.isClosed = true }
    wakeUp.ring()
  }

  /// What came since the last time, and whether it was the last.
  func take() -> (orders: [Order], isClosed: Bool) {
    wakeUp.reset()
    return state.withLock { state in
      defer { state.orders = [] }
      return (state.orders, state.isClosed)
    }
  }
}
