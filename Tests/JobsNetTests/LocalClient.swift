import CLinux
import Glibc
import JobsExec
import JobsNet

/// A client that writes and reads raw bytes, and never blocks.
final class LocalClient {
  private let descriptor: Int32
  private(set) var received: [UInt8] = []
  /// Set once the other end has closed, or the connection broke.
  private(set) var isClosed = false

  /// Connects to a port of this host.
  init(port: UInt16) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    withUnsafeBytes(of: &address) {
      _ = connect(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
    }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  func receive() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !isClosed {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
      } else if count == 0 || errno != EAGAIN {
        isClosed = true
      } else {
        return
      }
    }
  }

  var text: String { String(decoding: received, as: UTF8.self) }

  /// The head with its empty line.
  var head: String { String(decoding: received[..<headEnd], as: UTF8.self) }
  var body: String { String(decoding: received[headEnd...], as: UTF8.self) }

  private var headEnd: Int { received.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound ?? received.count }
}

extension MetricsServer {
  /// Serves until a condition holds, as somebody's event loop would; false after 20 seconds.
  func serve(until isDone: () -> Bool) -> Bool {
    let end = time(nil) + 20
    while time(nil) < end {
      if isDone() { return true }
      var ready = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, 5) > 0 { handle() }
    }
    return false
  }

  var port: UInt16 {
    if case .loopback(_, let port) = address { return port }
    return 0
  }
}
