import Glibc
import JobsCloud
import JobsCore
import JobsNet
import TestSupport
import Testing

@Suite struct CurlTransportTests {
  private let transport: CurlTransport

  init() throws { transport = try CurlTransport() }

  /// A request that other tests may keep from its thread for minutes.
  private func request(_ server: LoopbackServer, _ method: HTTPRequest.Method = .get, _ path: String = "/secret")
    throws -> HTTPRequest
  {
    var request = HTTPRequest(method, try WebAddress(server.url(path)))
    request.timeouts.whole = .seconds(900)
    request.timeouts.stall = .seconds(900)
    return request
  }

  /// Sends what has to fail, and shows no more of the address than may be shown.
  private func failure(_ request: HTTPRequest) async throws -> TransportFailure {
    let failure = try await #require(throws: TransportFailure.self) { try await transport.send(request) }
    #expect(failure.message.contains("'\(request.address)'"), "\(failure.message)")
    #expect(!failure.message.contains("secret") && failure.hint?.contains("secret") != true, "\(failure.message)")
    return failure
  }

  @Test(arguments: [.get, .head, .post, .put, .patch, .delete] as [HTTPRequest.Method])
  func `a request arrives as it was written, and its response comes back`(method: HTTPRequest.Method) async throws {
    let server = LoopbackServer { _ in .reply(201, fields: ["X-A: 1", "X-A: 2"], body: "done\n") }
    defer { server.stop() }
    var request = try request(server, method, "/a/b?c=d")
    if method != .get && method != .head { request.body = Array("some\0bytes".utf8) }
    request.fields = [HTTPField("X-One", "1"), HTTPField("X-Empty", ""), HTTPField("Content-Type", "text/plain")]
    let response = try await transport.send(request)
    #expect(response.status == 201 && response.isSuccess && !response.isCut)
    #expect(response.body == (method == .head ? [] : Array("done\n".utf8)))
    #expect(response.fields.filter { $0.name == "X-A" }.map(\.value) == ["1", "2"])
    let got = try #require(server.requests.first)
    #expect(
      got.method == method.rawValue && got.target == "/a/b?c=d"
        && got.body == String(decoding: request.body, as: UTF8.self))
    #expect(got.fields["user-agent"] == "jobs/\(version)" && got.fields["host"] == "127.0.0.1:\(server.port)")
    #expect(got.fields["x-one"] == "1" && got.fields["x-empty"] == "" && got.fields["expect"] == nil)
    #expect(got.fields["content-type"] == "text/plain")
  }

  @Test func `a status that says no is a response`() async throws {
    let server = LoopbackServer { _ in .reply(503, fields: ["Retry-After: 7"], body: "later") }
    defer { server.stop() }
    let response = try await transport.send(try request(server))
    #expect(response.status == 503 && !response.isSuccess && response.retryAfter(now: .now()) == .seconds(7))
  }

  @Test func `a refused connection, a host without a name and a closed one are told apart`() async throws {
    let gone = LoopbackServer { _ in .reply(200) }
    gone.stop()
    #expect(await LoopbackServer.wait { Self.isFree(gone.port) })
    let refused = try await failure(try request(gone))
    #expect(refused.kind == .connect && refused.message.hasSuffix(": connection refused"), "\(refused.message)")
    let unknown = try await failure(HTTPRequest(.get, try WebAddress("http://no-such-host.invalid/secret")))
    #expect(unknown.kind == .resolve)
    let closing = LoopbackServer { _ in .raw("") }
    defer { closing.stop() }
    #expect(try await failure(try request(closing)).kind == .broken)
    let early = LoopbackServer { _ in .raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") }
    defer { early.stop() }
    #expect(try await failure(try request(early)).kind == .broken)
    let other = LoopbackServer { _ in .raw("220 mail ready\r\n") }
    defer { other.stop() }
    #expect(try await failure(try request(other)).kind == .broken)
  }

  private static func isFree(_ port: UInt16) -> Bool {
    let client = LocalClient(port: port)
    client.receive()
    return client.isClosed
  }

  @Test func `each phase has its time`() async throws {
    let silent = LoopbackServer { _ in .stall("") }
    let slow = LoopbackServer { _ in .stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") }
    defer {
      silent.stop()
      slow.stop()
    }
    var request = try request(silent)
    request.timeouts.whole = .milliseconds(200)
    let whole = try await failure(request)
    #expect(whole.kind == .timeout && whole.message.contains("no answer within 2"), "\(whole.message)")
    request.timeouts.whole = .seconds(60)
    request.timeouts.stall = .seconds(1)
    #expect(try await failure(request).kind == .timeout)
    var half = try self.request(slow)
    half.timeouts.stall = .seconds(1)
    let stopped = try await failure(half)
    #expect(stopped.kind == .timeout && stopped.message.hasSuffix("the answer stopped half way"))
  }

  @Test func `head and body are bounded, and a body may be cut for those who want the status`() async throws {
    let server = LoopbackServer { request in
      .flood(head: request.target == "/head" ? "HTTP/1.1 200 OK\r\nX: " : "HTTP/1.1 200 OK\r\n\r\n")
    }
    defer { server.stop() }
    var request = try request(server, .get, "/secret")
    request.bodyLimit = 100_000
    #expect(try await failure(request).kind == .tooLarge)
    request.excess = .isCut
    let cut = try await transport.send(request)
    #expect(cut.status == 200 && cut.isCut && cut.body.count == 100_000)
    let many = LoopbackServer { _ in
      .reply(200, fields: (0..<2000).map { "X-\($0): \(String(repeating: "y", count: 40))" })
    }
    defer { many.stop() }
    let head = try await failure(try self.request(many))
    #expect(head.kind == .tooLarge && head.isLasting && head.message.contains("its head is longer"))
    let line = try await failure(try self.request(server, .get, "/head"))
    // By our limit or by libcurl's own for one line, which differs by version.
    #expect([.tooLarge, .broken].contains(line.kind), "\(line)")
  }

  @Test func `a redirect within the host is followed, one to another host is not`() async throws {
    let other = LoopbackServer { _ in .reply(200) }
    let elsewhere = other.url("/secret")
    let server = LoopbackServer { request in
      switch request.target {
      case "/a": .reply(307, fields: ["Location: /b"])
      case "/b": .reply(200, body: "there")
      case "/loop": .reply(301, fields: ["Location: /loop"])
      default: .reply(302, fields: ["Location: \(elsewhere)"])
      }
    }
    defer {
      server.stop()
      other.stop()
    }
    var followed = try request(server, .post, "/a")
    followed.body = Array("payload".utf8)
    #expect(try await transport.send(followed).body == Array("there".utf8))
    #expect(
      server.requests.map(\.method) == ["POST", "POST"] && server.requests.map(\.body) == ["payload", "payload"])
    let refused = try await failure(try request(server))
    #expect(refused.kind == .redirect && refused.message.contains("'http://127.0.0.1:\(other.port)'"))
    #expect(other.requests.isEmpty)
    let loop = try await failure(try request(server, .get, "/loop"))
    #expect(loop.kind == .redirect && server.requests.filter { $0.target == "/loop" }.count == 6)
  }

  @Test func `a request can be given up, and others go on beside it`() async throws {
    let server = LoopbackServer { $0.target == "/wait" ? .stall("") : .reply(200) }
    defer { server.stop() }
    let waiting = try request(server, .get, "/wait")
    let task = Task { [transport] in try await transport.send(waiting) }
    #expect(await server.wait(for: 1))
    let fast = try request(server)
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 { group.addTask { [transport] in try await transport.send(fast).status } }
      for try await status in group { #expect(status == 200) }
    }
    task.cancel()
    let given = await #expect(throws: TransportFailure.self) { try await task.value }
    #expect(given?.kind == .cancelled)
  }

  @Test func `closing gives up what is under way, and nothing is sent afterwards`() async throws {
    let server = LoopbackServer { _ in .stall("") }
    defer { server.stop() }
    let request = try request(server)
    let task = Task { [transport] in try await transport.send(request) }
    #expect(await server.wait(for: 1))
    transport.close()
    transport.close()
    #expect(await #expect(throws: TransportFailure.self) { try await task.value }?.kind == .cancelled)
    #expect(try await failure(request).kind == .unavailable)
    #expect(server.requests.count == 1)
  }

  @Test func `a field that would end its line is not sent`() async throws {
    let server = LoopbackServer { _ in .reply(200) }
    defer { server.stop() }
    var request = try request(server)
    request.fields = [HTTPField("X", "y\r\nHost: evil")]
    #expect(try await failure(request).kind == .request)
    #expect(server.requests.isEmpty)
  }

  @Test(.enabled(if: access("/usr/bin/openssl", X_OK) == 0, "'openssl' is not installed"))
  func `a server that nobody vouches for is refused, and one with a known certificate is not`() async throws {
    let folder = TemporaryFolder()
    let made = try ChildProgram([
      "/usr/bin/openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder.file("key"), "-out",
      folder.file("cert"), "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
    ])
    #expect(made.wait() == 0)
    let port = try #require((0..<50).lazy.map { _ in UInt16.random(in: 20000...30000) }.first(where: Self.isFree))
    let server = try ChildProgram([
      "/usr/bin/openssl", "s_server", "-quiet", "-www", "-accept", "127.0.0.1:\(port)", "-cert", folder.file("cert"),
      "-key", folder.file("key"),
    ])
    #expect(await LoopbackServer.wait { !Self.isFree(port) || server.isOver })
    let request = HTTPRequest(.get, try WebAddress("https://127.0.0.1:\(port)/secret"))
    let refused = try await failure(request)
    #expect(refused.kind == .tls && refused.hint?.contains("SSL_CERT_FILE") == true, "\(refused.message)")
    let trusting = try CurlTransport(caFile: folder.file("cert"))
    #expect(try await trusting.send(request).status == 200)
    trusting.close()
  }
}
