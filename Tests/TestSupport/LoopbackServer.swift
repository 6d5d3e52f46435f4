import Glibc
import Synchronization

/// A server of HTTP/1.1 on this host that answers as a test wants, one request a connection.
package final class LoopbackServer: Sendable {
  package struct Request: Sendable {
    package var method: String
    /// Path and query.
    package var target: String
    /// By their names in small letters.
    package var fields: [String: String]
    package var body: String
    /// Counted from 1.
    package var number: Int
  }

  package enum Answer: Sendable {
    /// A whole reply, with fields such as `Retry-After: 1`.
    case reply(Int, fields: [String] = [], body: String = "")
    /// These bytes, and then the end.
    case raw(String)
    /// These bytes, and then nothing until the client goes or the server stops.
    case stall(String)
    /// A head, and a body that does not end by itself.
    case flood(head: String)
  }

  private struct State {
    var requests: [Request] = []
    var isStopped = false
  }

  package let port: UInt16
  private let listener: Int32
  private let state = Mutex(State())
  private let answer: @Sendable (Request) -> Answer

  /// - Parameter port: 0 for one that is free.
  package init(port: UInt16 = 0, answer: @escaping @Sendable (Request) -> Answer) {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var one: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutableBytes(of: &address) { [listener] bytes -> Int32 in
      let pointer = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
      // A server that had the port may be on its way out.
      var tries = 0
      while bind(listener, pointer, length) != 0, tries < 1000 {
        usleep(5000)
        tries += 1
      }
      return listen(listener, 64) + getsockname(listener, pointer, &length)
    }
    precondition(code == 0, "cannot listen on port \(port)")
    self.port = UInt16(bigEndian: address.sin_port)
    Self.thread { [self] in accept() }
  }

  /// Answers no more, and frees the port.
  package func stop() {
    let wasStopped = state.withLock { state in
      defer { state.isStopped = true }
      return state.isStopped
    }
    if !wasStopped { shutdown(listener, Int32(SHUT_RDWR)) }
  }

  package func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// In the order of their ends.
  package var requests: [Request] { state.withLock { $0.requests } }

  /// Waits until so many requests came; false after 20 seconds.
  package func wait(for count: Int) async -> Bool { await Self.wait { self.requests.count >= count } }

  /// Waits until something holds, and lets other tests run meanwhile; false after 20 seconds.
  package static func wait(until isTrue: () -> Bool) async -> Bool {
    for _ in 0..<4000 {
      if isTrue() { return true }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return isTrue()
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  private func accept() {
    while !isStopped {
      let client = Glibc.accept(listener, nil, nil)
      guard client >= 0 else { break }
      Self.thread { [self] in
        serve(client)
        close(client)
      }
    }
    close(listener)
  }

  private func serve(_ client: Int32) {
    guard var request = Self.read(client) else { return }
    state.withLock { state in
      request.number = state.requests.count + 1
      state.requests.append(request)
    }
    switch answer(request) {
    case .reply(let status, let fields, let body):
      let lines =
        ["HTTP/1.1 \(status) x"] + fields + ["Content-Length: \(body.utf8.count)", "Connection: close", "", ""]
      _ = Self.send(client, lines.joined(separator: "\r\n") + (request.method == "HEAD" ? "" : body))
    case .raw(let text): _ = Self.send(client, text)
    case .stall(let text):
      _ = Self.send(client, text)
      var byte: UInt8 = 0
      while !isStopped, recv(client, &byte, 1, Int32(MSG_DONTWAIT)) != 0 { usleep(2000) }
    case .flood(let head):
      let chunk = String(repeating: "x", count: 65536)
      var isOpen = Self.send(client, head)
      while isOpen && !isStopped { isOpen = Self.send(client, chunk) }
    }
    // What the client still has to say is read, since closing over it would reset the connection.
    shutdown(client, Int32(SHUT_WR))
    var buffer = [UInt8](repeating: 0, count: 4096)
    while recv(client, &buffer, buffer.count, Int32(MSG_DONTWAIT)) > 0 {}
  }

  private static func send(_ client: Int32, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  private static func read(_ client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    var request: Request?
    var bodyStart = 0
    while true {
      if let request, bytes.count - bodyStart >= request.fields["content-length"].flatMap({ Int($0) }) ?? 0 {
        var whole = request
        whole.body = String(decoding: bytes[bodyStart...], as: UTF8.self)
        return whole
      }
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      if request == nil, let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
        bodyStart = end.upperBound
        request = head(String(decoding: bytes[..<end.lowerBound], as: UTF8.self))
      }
    }
  }

  private static func head(_ text: String) -> Request {
    let lines = text.split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      fields[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    }
    return Request(
      method: words.first ?? "", target: words.count > 1 ? words[1] : "", fields: fields, body: "", number: 0)
  }

  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func thread(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { raw in
        Unmanaged<Body>.fromOpaque(raw!).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(Body(run)).toOpaque())
    precondition(code == 0, "cannot start a thread")
    pthread_detach(thread)
  }
}
