package import JobsCloud
import JobsCore
import Synchronization

/// A transport that answers as a test wants, at once, and keeps what it was asked for.
package final class ScriptedTransport: Transport {
  private let answer: @Sendable (HTTPRequest, Int) -> Result<HTTPResponse, TransportFailure>?
  private let asked = Mutex<[HTTPRequest]>([])

  /// - Parameter answer: to a request and its number, counted from 1; nil for none until the request is given up.
  package init(_ answer: @escaping @Sendable (HTTPRequest, Int) -> Result<HTTPResponse, TransportFailure>?) {
    self.answer = answer
  }

  /// Always the same status.
  package convenience init(status: Int) { self.init { _, _ in .success(HTTPResponse(status: status)) } }

  /// These responses, one after the other, and the last for all further requests.
  package convenience init(_ responses: [HTTPResponse]) {
    self.init { _, number in .success(responses[min(number, responses.count) - 1]) }
  }

  package var requests: [HTTPRequest] { asked.withLock { $0 } }

  package func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall {
    let number = asked.withLock { asked in
      asked.append(request)
      return asked.count
    }
    if let answer = answer(request, number) {
      then(answer)
      return TransportCall {}
    }
    return TransportCall { then(.failure(TransportFailure(.cancelled, request.address, "it was given up"))) }
  }
}
