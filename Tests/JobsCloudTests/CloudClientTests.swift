import JobsCloud
import JobsCore
import Synchronization
import TestSupport
import Testing

@Suite struct CloudClientTests {
  /// Signs with `token-N`, N being one more whenever a token was not taken.
  private final class CountingSigner: RequestSigner {
    private let generation = Mutex(1)

    func sign(_ request: HTTPRequest) async throws(CloudFailure) -> (request: HTTPRequest, generation: Int) {
      let number = generation.withLock { $0 }
      var request = request
      request.fields.append(HTTPField("Authorization", "Bearer token-\(number)"))
      return (request, number)
    }

    func discard(generation old: Int) { generation.withLock { $0 = max($0, old + 1) } }
  }

  /// A cloud as simple as can be: 2xx is done, 401 is about credentials, 429 and 503 pass, all else is refused.
  private static func classify(_ response: HTTPResponse, _ call: CloudCall, _ clock: CallClock) -> CallVerdict {
    let fault = { (cause: CloudFault.Cause) in
      let words = ServerWords.clean(String(decoding: response.body, as: UTF8.self), hiding: call.secrets)
      return CloudFault(cause, status: response.status, why: words.isEmpty ? "status \(response.status)" : words)
    }
    let ask = response.retryAfter(now: clock.now())
    switch response.status {
    case 200...299: return .done
    case 401: return .unauthenticated(fault(.credentials))
    case 429: return .later(fault(.throttled), CallDelay(ask: ask, isThrottled: true, isUndone: true))
    case 503: return .later(fault(.unavailable), CallDelay(ask: ask, isUndone: ask != nil))
    default: return .refused(fault(.other))
    }
  }

  private let clock = ScriptedClock()
  private let retry = CallRetry(
    attempts: 4, base: .seconds(1), cap: .seconds(8), obedience: .fully(upTo: .seconds(60)), patience: .seconds(120))

  private func client(
    _ transport: ScriptedTransport, signer: (any RequestSigner)? = nil, budget: RetryBudget = RetryBudget(),
    limiter: CallLimiter? = nil
  ) -> CloudClient {
    CloudClient(
      transport, signer: signer, retry: retry, budget: budget, limiter: limiter, clock: clock.clock,
      classify: Self.classify)
  }

  private func call(_ method: HTTPRequest.Method = .get) throws -> CloudCall {
    CloudCall("read job 'nightly'", HTTPRequest(method, try WebAddress("https://h/path")))
  }

  private func response(_ status: Int, _ field: HTTPField? = nil, body: String = "") -> HTTPResponse {
    HTTPResponse(status: status, fields: field.map { [$0] } ?? [], body: Array(body.utf8))
  }

  private func failure(_ client: CloudClient, _ call: CloudCall) async throws -> CloudFailure {
    try await #require(throws: CloudFailure.self) { try await client.send(call) }
  }

  @Test func `a call that goes well is one request, and earns a token`() async throws {
    let transport = ScriptedTransport([response(200, body: "x")])
    let budget = RetryBudget()
    _ = budget.pay(isThrottled: true)
    let client = client(transport, budget: budget)
    #expect(try await client.send(try call()).body == Array("x".utf8))
    #expect(transport.requests.count == 1 && clock.waits.isEmpty && budget.remaining == 496)
    #expect(client.tally.counts.calls == 1 && client.tally.counts.requests == 1 && client.tally.counts.retries == 0)
  }

  @Test(
    arguments: [
      ("Retry-After", "7", .seconds(8)), ("Retry-After", "Fri, 15 Jan 2027 08:00:30 GMT", .seconds(31)),
      ("X-Other", "7", .seconds(1)),
    ] as [(String, String, Duration)])
  func `429 is tried again whatever the method, not before the server wants it`(
    name: String, value: String, wait: Duration
  ) async throws {
    for method in [.get, .post] as [HTTPRequest.Method] {
      let clock = ScriptedClock()
      let transport = ScriptedTransport([response(429, HTTPField(name, value)), response(200)])
      var client = client(transport)
      client.clock = clock.clock
      #expect(try await client.send(try call(method)).status == 200)
      #expect(clock.waits == [wait] && transport.requests.count == 2)
      #expect(client.tally.counts.retries == 1 && client.tally.counts.waited == wait)
    }
  }

  @Test func `a wait that is longer than is bearable ends the call, and says so`() async throws {
    let transport = ScriptedTransport([response(429, HTTPField("Retry-After", "3600"))])
    let failure = try await failure(client(transport), try call())
    #expect(failure.cause == .throttled && !failure.mayBeDone && clock.waits.isEmpty)
    #expect(
      failure.failure.description
        == "cannot read job 'nightly': status 429\nhint: the service asks to come back in 3600 s")
  }

  @Test func `waits double, and end with the attempts`() async throws {
    let transport = ScriptedTransport([response(503)])
    let client = client(transport)
    let failure = try await failure(client, try call())
    #expect(clock.waits == [.seconds(1), .seconds(2), .seconds(4)])
    #expect(failure.attempts == 4 && transport.requests.count == 4 && !failure.mayBeDone)
    #expect(failure.failure.message == "cannot read job 'nightly': status 503 (after 4 attempts)")
    #expect(client.tally.counts.requests == 4 && client.tally.counts.retries == 3)
  }

  @Test(arguments: [.get, .put, .delete, .post, .patch] as [HTTPRequest.Method])
  func `a connection that broke is tried again only where that does no harm`(method: HTTPRequest.Method) async throws {
    let address = try WebAddress("https://h")
    let transport = ScriptedTransport { _, number in
      number == 1 ? .failure(TransportFailure(.broken, address, "the connection ended early")) : .success(response(200))
    }
    let client = client(transport)
    if method == .post || method == .patch {
      let failure = try await failure(client, try call(method))
      #expect(failure.cause == .transport(.broken) && failure.mayBeDone && transport.requests.count == 1)
      #expect(failure.failure.hint == "it may have been done all the same: look before you try again")
    } else {
      #expect(try await client.send(try call(method)).status == 200)
      #expect(transport.requests.count == 2)
    }
  }

  @Test func `a request that is said to be idempotent is, and that it may be done already is remembered`() async throws
  {
    let address = try WebAddress("https://h")
    let transport = ScriptedTransport { _, number in
      number == 1 ? .failure(TransportFailure(.timeout, address, "no answer")) : .success(response(409))
    }
    var call = try call(.post)
    call.request.isIdempotent = true
    let failure = try await failure(client(transport), call)
    #expect(failure.fault.status == 409 && failure.mayBeDone && failure.attempts == 2)
  }

  @Test func `a question leaves nothing in doubt, by whatever method it is asked`() async throws {
    let transport = ScriptedTransport(status: 503)
    var call = try call(.post)
    call.request.isIdempotent = true
    call.changesThings = false
    let failure = try await failure(client(transport), call)
    #expect(transport.requests.count == 4 && !failure.mayBeDone && failure.failure.hint == nil)
  }

  @Test func `a server that nobody reaches did nothing, and is not tried for long`() async throws {
    let address = try WebAddress("https://h")
    let transport = ScriptedTransport { _, _ in .failure(TransportFailure(.connect, address, "connection refused")) }
    let failure = try await failure(client(transport), try call(.post))
    #expect(transport.requests.count == 3 && !failure.mayBeDone && failure.cause == .transport(.connect))
  }

  @Test func `503 to a call that is not idempotent is tried again only where the server asks for it`() async throws {
    let asked = ScriptedTransport([response(503, HTTPField("Retry-After", "0")), response(200)])
    #expect(try await client(asked).send(try call(.post)).status == 200)
    let silent = ScriptedTransport([response(503), response(200)])
    let failure = try await failure(client(silent), try call(.post))
    #expect(silent.requests.count == 1 && failure.mayBeDone)
  }

  @Test func `401 renews the credentials once, without a wait`() async throws {
    let transport = ScriptedTransport { request, _ in
      .success(response(request.fields.contains(HTTPField("Authorization", "Bearer token-2")) ? 200 : 401))
    }
    let client = client(transport, signer: CountingSigner())
    #expect(try await client.send(try call(.post)).status == 200)
    #expect(transport.requests.count == 2 && clock.waits.isEmpty && client.tally.counts.renewals == 1)
    // The next call goes with the new ones at once.
    #expect(try await client.send(try call()).status == 200)
    #expect(transport.requests.count == 3)
  }

  @Test func `credentials that are not taken twice end the call`() async throws {
    let transport = ScriptedTransport(status: 401)
    let failure = try await failure(client(transport, signer: CountingSigner()), try call())
    #expect(transport.requests.count == 2 && failure.cause == .credentials && !failure.mayBeDone)
    let bare = ScriptedTransport(status: 401)
    _ = try await self.failure(client(bare), try call())
    #expect(bare.requests.count == 1)
  }

  @Test func `a renewal costs none of the attempts`() async throws {
    let transport = ScriptedTransport([response(401), response(503), response(503), response(503), response(200)])
    #expect(try await client(transport, signer: CountingSigner()).send(try call()).status == 200)
    #expect(clock.waits == [.seconds(1), .seconds(2), .seconds(4)])
  }

  @Test func `a budget that is spent ends all further attempts of the run`() async throws {
    let budget = RetryBudget(capacity: 20)
    let transport = ScriptedTransport(status: 503)
    let first = try await failure(client(transport, budget: budget), try call())
    #expect(transport.requests.count == 2 && first.failure.hint?.contains("too many calls of this run") == true)
    _ = try await failure(client(transport, budget: budget), try call())
    #expect(transport.requests.count == 3)
    // What goes well at last gives back what it cost.
    let mending = ScriptedTransport([response(503), response(200)])
    let fresh = RetryBudget(capacity: 20)
    _ = try await client(mending, budget: fresh).send(try call())
    #expect(fresh.remaining == 20)
  }

  @Test func `a refusal is not tried again`() async throws {
    let transport = ScriptedTransport([response(404, body: "Not here.")])
    let failure = try await failure(client(transport), try call())
    #expect(transport.requests.count == 1 && failure.failure.message == "cannot read job 'nightly': not here")
  }

  @Test func `what the caller named as secret is in no failure`() async throws {
    let transport = ScriptedTransport([response(400, body: "bad payload 'hunter2' for Bearer ya29.A0ARrdaM-secret")])
    var call = try call(.post)
    call.secrets = [Secret("hunter2")]
    let failure = try await failure(client(transport, signer: CountingSigner()), call)
    var shown = "\(failure) \(failure.failure) \(call)"
    dump(failure, to: &shown)
    dump(call, to: &shown)
    dump(transport.requests, to: &shown)
    dump(transport.requests.map(\.fields), to: &shown)
    for word in ["hunter2", "ya29", "token-1", "/path"] { #expect(!shown.contains(word), "\(word): \(shown)") }
    #expect(failure.fault.why == "bad payload '(secret)' for Bearer (secret)")
  }

  @Test func `cancelling ends a call that is under way`() async throws {
    let transport = ScriptedTransport { _, _ in nil }
    let client = client(transport)
    let call = try call(.post)
    let task = Task { try await client.send(call) }
    #expect(await LoopbackServer.wait { transport.requests.count == 1 })
    task.cancel()
    let failure = await #expect(throws: CloudFailure.self) { try await task.value }
    // It was sent, and nobody knows what became of it.
    #expect(failure?.cause == .cancelled && failure?.mayBeDone == true)
  }

  @Test(arguments: [(.tooLarge, true), (.tls, false), (.request, false)] as [(TransportFailure.Kind, Bool)])
  func `only what arrived may be done`(kind: TransportFailure.Kind, mayBeDone: Bool) async throws {
    let address = try WebAddress("https://h")
    let transport = ScriptedTransport { _, _ in .failure(TransportFailure(kind, address, "why")) }
    let failure = try await failure(client(transport), try call(.post))
    #expect(failure.mayBeDone == mayBeDone && transport.requests.count == 1)
  }

  @Test func `cancelling ends a wait`() async throws {
    let transport = ScriptedTransport(status: 503)
    var client = client(transport)
    client.clock = .system
    client.retry.base = .seconds(600)
    client.retry.cap = .seconds(600)
    client.retry.patience = .seconds(6000)
    client.clock.random = { .max }
    let call = try call()
    let task = Task { [client] in try await client.send(call) }
    #expect(await LoopbackServer.wait { transport.requests.count == 1 })
    task.cancel()
    let failure = await #expect(throws: CloudFailure.self) { try await task.value }
    #expect(failure?.cause == .cancelled && transport.requests.count == 1)
  }

  @Test func `a call that waits for its turn may be cancelled before anything is sent`() async throws {
    let transport = ScriptedTransport { _, _ in nil }
    let client = client(transport, limiter: CallLimiter(1))
    let call = try call(.post)
    let first = Task { try await client.send(call) }
    #expect(await LoopbackServer.wait { transport.requests.count == 1 })
    let second = Task { try await client.send(call) }
    second.cancel()
    let failure = await #expect(throws: CloudFailure.self) { try await second.value }
    #expect(failure?.cause == .cancelled && failure?.mayBeDone == false && transport.requests.count == 1)
    first.cancel()
    _ = await first.result
  }
}
