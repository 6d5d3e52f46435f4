import Glibc
import JobsCore
import Synchronization

/// A server of HTTP/1.1 on 127.0.0.1 with a thread a connection, since faults such as resets and half bodies want to be
/// made on purpose, and clients are few.
final class WebServer: Sendable {
  let port: UInt16
  private let listener: Int32
  /// The connections that are open; nil once the server stopped.
  private let open = Mutex<Set<Int32>?>([])
  private let answer: @Sendable (WebRequest) -> WebReply

  /// Connections that wait to be accepted.
  private static let backlog: Int32 = 256

  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - answer: called by many threads at once.
  /// - Throws: a failure if the port cannot be had.
  init(port: UInt16 = 0, answer: @escaping @Sendable (WebRequest) -> WebReply) throws(Failure) {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw .world("cannot open a socket: \(systemMessage())") }
    var one: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafeMutableBytes(of: &address) { [listener] bytes -> Int32 in
      let pointer = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
      var length = socklen_t(bytes.count)
      guard bind(listener, pointer, length) == 0, listen(listener, Self.backlog) == 0,
        getsockname(listener, pointer, &length) == 0
      else { return errno }
      return 0
    }
    guard code == 0 else {
      close(listener)
      throw .world(
        "cannot listen on port \(port) of 127.0.0.1: \(systemMessage(code))",
        hint: "name another one, or none for ports that are free")
    }
    self.port = UInt16(bigEndian: address.sin_port)
    try WorkerThread { [self] in accept() }.detach()
  }

  var url: String { "http://127.0.0.1:\(port)/" }

  /// Answers no more, ends every connection and frees the port.
  func stop() {
    let connections = open.withLock { open in
      defer { open = nil }
      return open
    }
    guard let connections else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
  }

  private func accept() {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      if client < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        break
      }
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      let isWelcome = open.withLock { $0?.insert(client).inserted ?? false }
      let thread = isWelcome ? try? WorkerThread({ [self] in serve(client) }) : nil
      if let thread { thread.detach() } else { leave(client) }
    }
    close(listener)
  }

  private func serve(_ client: Int32) {
    defer { leave(client) }
    var connection = WebConnection(client)
    while true {
      do throws(WebConnection.End) {
        let request = try connection.next()
        guard connection.send(answer(request), to: request) else { return }
      } catch {
        if case .refused(let status) = error { _ = connection.send(WebReply(status: status), to: nil) }
        return
      }
    }
  }

  private func leave(_ client: Int32) {
    // In the lock, since another connection may get the number as soon as it is closed.
    open.withLock { open in
      open?.remove(client)
      _ = close(client)
    }
  }
}
