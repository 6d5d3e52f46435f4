import JobsCore
import TestSupport
import Testing

@testable import GoogleDouble

/// HTTP/1.1 as clients speak it, and as they should not.
@Suite struct WebServerTests {
  /// Answers with what it understood.
  private static func echo() throws -> WebServer {
    try WebServer { request in
      WebReply(
        status: 200,
        text: "\(request.method) \(request.path) \(request.query) \(String(decoding: request.body, as: UTF8.self))")
    }
  }

  @Test func `requests follow each other on a connection`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let client = LoopbackClient(server.port, keepsConnection: true)
    for number in 1...3 {
      let reply = client.send("POST", "/a/\(number)?x=1", body: "b\(number)")
      #expect(reply.body == "POST [\"a\", \"\(number)\"] [(name: \"x\", value: \"1\")] b\(number)")
    }
  }

  @Test func `two requests may come at once`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let client = LoopbackClient(server.port, keepsConnection: true)
    let two = "GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    #expect(client.exchange(two).body.hasPrefix("GET [\"a\"]"))
  }

  @Test(arguments: [
    ("5\r\nhello\r\n0\r\n\r\n", "hello"), ("3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: x\r\n\r\n", "abcde"),
    ("0\r\n\r\n", ""),
  ])
  func `a body may come in chunks`(chunks: String, body: String) throws {
    let server = try Self.echo()
    defer { server.stop() }
    let reply = LoopbackClient(server.port).exchange(
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)")
    #expect(reply.body == "POST [] [] \(body)")
  }

  @Test func `a client that asks whether to go on is told to`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let reply = LoopbackClient(server.port).exchange(
      "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nhi")
    #expect(reply.status == 200)
    #expect(reply.body.hasSuffix("hi"))
  }

  @Test(arguments: [
    ("GET /\r\n\r\n", 400), ("GET / HTTP/3.0\r\n\r\n", 400), ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", 400), ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413),
    ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
  ])
  func `what is no request is refused`(text: String, status: Int) throws {
    let server = try Self.echo()
    defer { server.stop() }
    #expect(LoopbackClient(server.port).exchange(text).status == status)
  }

  @Test func `a head without end is refused`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    // Hardly more than the limit, so that all of it is read before the connection is closed.
    let reply = LoopbackClient(server.port).exchange("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 65_540))
    #expect(reply.status == 431)
  }

  @Test func `parts of a path and of a query are decoded`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    let reply = LoopbackClient(server.port).send("GET", "/a%2Fb/c+d/%zz?q=1+2%263&flag&q=%C3%A4")
    let query = "[(name: \"q\", value: \"1 2&3\"), (name: \"flag\", value: \"\"), (name: \"q\", value: \"ä\")]"
    #expect(reply.body == "GET [\"a/b\", \"c+d\", \"%zz\"] \(query) ")
  }

  @Test func `a server that was stopped frees its port`() throws {
    let server = try Self.echo()
    server.stop()
    #expect(LoopbackClient(server.port).send("GET", "/").status == 0)
  }

  @Test func `a port that is taken is named`() throws {
    let server = try Self.echo()
    defer { server.stop() }
    do throws(Failure) {
      _ = try WebServer(port: server.port) { _ in WebReply(status: 200) }
      Issue.record("the port was had twice")
    } catch {
      #expect(error.message.contains("port \(server.port)"))
    }
  }
}
