import Synchronization

/// What sends requests: the one seam between those who ask and the network.
package protocol Transport: Sendable {
  /// Sends a request.
  ///
  /// - Parameter then: called exactly once, on a thread of the transport, and must not take long.
  /// - Returns: by which the request can be given up; `then` is called with `cancelled` unless it is done already.
  func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall
}

/// A request under way.
package struct TransportCall: Sendable {
  /// Gives the request up.
  package let cancel: @Sendable () -> Void

  package init(cancel: @escaping @Sendable () -> Void) { self.cancel = cancel }
}

extension Transport {
  /// Sends a request and waits for its response; a task that is cancelled gives it up.
  package func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    let pending = PendingCall()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        pending.keep(start(request) { continuation.resume(returning: $0) })
      }
    } onCancel: {
      pending.cancel()
    }
    return try result.get()
  }
}

/// A call that may be cancelled before it is there.
private final class PendingCall: Sendable {
  private let state = Mutex<(call: TransportCall?, isCancelled: Bool)>((nil, false))

  func keep(_ call: TransportCall) {
    let isCancelled = state.withLock { state in
      state.call = call
      return state.isCancelled
    }
    if isCancelled { call.cancel() }
  }

  func cancel() {
    let call = state.withLock { state in
      state.isCancelled = true
      return state.call
    }
    call?.cancel()
  }
}
