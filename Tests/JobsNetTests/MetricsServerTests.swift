import Glibc
import JobsCore
import JobsNet
import TestSupport
import Testing

@Suite struct MetricsServerTests {
  private let folder = TemporaryFolder()

  private static func page(_ count: Int) -> MetricsText {
    var text = MetricsText()
    text.gauge("asked", help: "Pages made.", [.init(count)])
    return text
  }

  private func local(patience: Duration = .seconds(60)) throws -> MetricsServer {
    var count = 0
    return try MetricsServer(.loopback("127.0.0.1", port: 0), patience: patience) {
      count += 1
      return Self.page(count)
    }
  }

  private func socketFile(_ name: String = "m.sock") throws -> MetricsServer {
    try MetricsServer(.unix(folder.file(name))) { Self.page(1) }
  }

  @Test(.enabled(if: access("/usr/bin/curl", X_OK) == 0, "'curl' is not installed"))
  func `curl gets the metrics from a Unix socket, and their head`() throws {
    let server = try socketFile()
    for (option, wantsBody) in [("--get", true), ("--head", false)] {
      let curl = try ChildProgram([
        "/usr/bin/curl", "--silent", "--show-error", "--include", option, "--max-time", "15", "--unix-socket",
        folder.file("m.sock"), "http://localhost/metrics",
      ])
      #expect(curl.wait { _ = server.serve { curl.isOver } } == 0)
      let parts = curl.output.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
      #expect(parts.first?.hasPrefix("HTTP/1.1 200 OK\r\n") == true, "\(curl.output)")
      #expect(parts.first?.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n") == true)
      #expect(parts.first?.contains("Content-Length: \(Self.page(1).text.utf8.count)\r\n") == true)
      #expect(parts.dropFirst().first == (wantsBody ? Self.page(1).text : nil))
    }
  }

  @Test func `each request gets a page of its own time, and then the connection is closed`() throws {
    let server = try local()
    for count in 1...2 {
      let client = LocalClient(port: server.port)
      client.send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(
        server.serve {
          client.receive(); return client.isClosed
        })
      #expect(client.body == Self.page(count).text)
    }
  }

  @Test(
    arguments: [
      ("GET / HTTP/1.0\r\n\r\n", "404 Not Found"), ("PUT /metrics HTTP/1.0\r\n\r\n", "405 Method Not Allowed"),
      ("nonsense\r\n\r\n", "400 Bad Request"), (String(repeating: "x", count: 20000), "400 Bad Request"),
    ]) func `everything else is refused with a reply that arrives`(text: String, status: String) throws
  {
    let server = try local()
    let client = LocalClient(port: server.port)
    client.send(text)
    #expect(
      server.serve {
        client.receive(); return client.isClosed
      })
    #expect(client.head.hasPrefix("HTTP/1.1 \(status)\r\n"), "\(client.text)")
    #expect(client.head.contains("Allow: GET, HEAD") == status.hasPrefix("405"))
  }

  @Test func `a request that comes in pieces is answered, and one that stops half way is dropped`() throws {
    let server = try local(patience: .milliseconds(300))
    let silent = LocalClient(port: server.port)
    silent.send("GET /metrics HTT")
    #expect(
      server.serve {
        silent.receive(); return silent.isClosed
      })
    #expect(silent.received.isEmpty)
    let slow = LocalClient(port: server.port)
    for piece in ["GET /met", "rics HTTP/1.0\r", "\n\r"] {
      slow.send(piece)
      var rounds = 0
      _ = server.serve {
        rounds += 1; return rounds > 2
      }
    }
    slow.send("\n")
    #expect(
      server.serve {
        slow.receive(); return slow.isClosed
      })
    #expect(slow.body.hasSuffix("asked 1\n"))
  }

  @Test func `while sixteen clients sit there the next one waits, and is served when one goes`() throws {
    let server = try local()
    var idle = (0..<16).map { _ in LocalClient(port: server.port) }
    let late = LocalClient(port: server.port)
    late.send("GET /metrics HTTP/1.0\r\n\r\n")
    var rounds = 0
    _ = server.serve {
      rounds += 1; return rounds > 20
    }
    late.receive()
    #expect(late.received.isEmpty && !late.isClosed)
    idle.removeFirst()
    #expect(
      server.serve {
        late.receive(); return late.isClosed
      })
    #expect(late.body.hasSuffix("asked 1\n"))
    #expect(idle.count == 15)
  }

  @Test func `with a client that never reads its reply, others are served all the same`() throws {
    let server = try MetricsServer(.loopback("127.0.0.1", port: 0), patience: .seconds(60)) {
      var text = MetricsText()
      text.gauge("x", help: "", (0..<200_000).map { MetricsSample($0, ["n": "\($0)"]) })
      return text
    }
    let deaf = LocalClient(port: server.port)
    deaf.send("GET /metrics HTTP/1.0\r\n\r\n")
    let other = LocalClient(port: server.port)
    other.send("HEAD /metrics HTTP/1.0\r\n\r\n")
    #expect(
      server.serve {
        other.receive(); return other.isClosed
      })
    #expect(other.head.hasPrefix("HTTP/1.1 200") && other.body.isEmpty)
    #expect(
      server.serve {
        deaf.receive(); return deaf.isClosed
      })
    #expect(deaf.body.hasSuffix("x{n=\"199999\"} 199999\n"))
  }

  @Test func `the socket is its owner's alone, and goes with the server`() throws {
    do {
      let server = try socketFile()
      var status = stat()
      #expect(lstat(folder.file("m.sock"), &status) == 0 && status.st_mode & 0o777 == 0o600)
      #expect(status.st_mode & S_IFMT == S_IFSOCK)
      withExtendedLifetime(server) {}
    }
    #expect(access(folder.file("m.sock"), F_OK) != 0)
  }

  @Test func `a socket that a killed server left is replaced, one in use and a file are not`() throws {
    let path = folder.file("m.sock")
    do { _ = DatagramReceiver(path) }
    #expect(access(path, F_OK) == 0)
    let server = try socketFile()
    let second = #expect(throws: Failure.self) { try socketFile() }
    #expect(second?.message.contains("another process does") == true)
    #expect(access(path, F_OK) == 0)
    withExtendedLifetime(server) {}
    folder.write("plain", "text")
    let plain = #expect(throws: Failure.self) { try socketFile("plain") }
    #expect(plain?.message.contains("no socket") == true && access(folder.file("plain"), F_OK) == 0)
    let nowhere = #expect(throws: Failure.self) { try socketFile("none/m.sock") }
    #expect(nowhere?.hint?.contains("create the folder") == true)
  }

  @Test func `a socket that another server has put there since is not removed`() throws {
    let path = folder.file("m.sock")
    var first: MetricsServer? = try socketFile()
    unlink(path)
    let second = try socketFile()
    first = nil
    #expect(first == nil && access(path, F_OK) == 0)
    withExtendedLifetime(second) {}
  }

  @Test func `a port in use is a failure with a hint`() throws {
    let server = try local()
    let failure = #expect(throws: Failure.self) {
      try MetricsServer(.loopback("127.0.0.1", port: server.port)) { Self.page(1) }
    }
    #expect(failure?.message == "cannot answer metrics at '127.0.0.1:\(server.port)': address already in use")
  }
}
