import JobsCloud
import JobsCore
import Synchronization
import Testing

/// Answers at once, or when it is given up.
private final class Stub: Transport {
  let answers: Bool
  let cancelled = Mutex(0)

  init(answers: Bool) { self.answers = answers }

  func start(
    _ request: HTTPRequest, then: @escaping @Sendable (Result<HTTPResponse, TransportFailure>) -> Void
  ) -> TransportCall {
    if answers { then(.success(HTTPResponse(status: 204))) }
    return TransportCall { [self] in
      let isFirst = cancelled.withLock { count in
        count += 1
        return count == 1
      }
      if isFirst && !answers { then(.failure(TransportFailure(.cancelled, request.address, "it was given up"))) }
    }
  }
}

@Suite struct TransportTests {
  @Test func `send waits for the response`() async throws {
    let request = HTTPRequest(.get, try WebAddress("https://h"))
    #expect(try await Stub(answers: true).send(request).status == 204)
  }

  @Test func `a task that is cancelled gives its request up, at any moment`() async throws {
    let request = HTTPRequest(.get, try WebAddress("https://h"))
    for isEarly in [true, false] {
      let stub = Stub(answers: false)
      let task = Task {
        if !isEarly { await Task.yield() }
        return try await stub.send(request)
      }
      task.cancel()
      let failure = await #expect(throws: TransportFailure.self) { try await task.value }
      #expect(failure?.kind == .cancelled && stub.cancelled.withLock { $0 } > 0)
    }
  }
}
