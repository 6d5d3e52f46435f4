import JobsCloud
import JobsCore
import Synchronization

/// A transport that answers as a test wants, at once, and keeps what it was asked for.
final class ScriptedTransport: Transport {
  private let answer: @Sendable (HTTPRequest, Int) -> Result<HTTPResponse, TransportFailure>
  private let asked = Mutex<[HTTPRequest]>([])

  /// - Parameter answer: to a request and its number, counted from 1.
  init(_ answer: @escaping @Sendable (HTTPRequest, Int) -> Result<HTTPResponse, TransportFailure>) {
    self.answer = answer
  }

  /// Always the same status.
  convenience init(status: Int) { self.init { _, _ in .success(HTTPResponse(status: status)) } }

  var requests: [HTTPRequest] { asked.withLock { $0 } }

  func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall {
    let number = asked.withLock { asked in
      asked.append(request)
      return asked.count
    }
    then(answer(request, number))
    return TransportCall {}
  }
}
