import Glibc

/// The service manager's end: a datagram socket that keeps what is sent to it.
package final class DatagramReceiver {
  package let path: String
  private let descriptor: Int32

  /// - Parameter path: of the socket's file, or `@NAME`.
  package init(_ path: String) {
    self.path = path
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(path.utf8)
    let isAbstract = bytes[0] == UInt8(ascii: "@")
    if isAbstract { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(2 + bytes.count + (isAbstract ? 0 : 1))
    let code = withUnsafeBytes(of: &address) {
      bind(descriptor, $0.baseAddress!.assumingMemoryBound(to: sockaddr.self), length)
    }
    precondition(code == 0, "cannot bind '\(path)'")
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// The next message as lines; nil if none comes within ten seconds.
  package func next() -> [String]? {
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count >= 0 else { return nil }
    return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Takes messages until one has a line, and says which they were; nil if it does not come.
  package func messages(until line: String) -> [[String]]? {
    var taken: [[String]] = []
    while let message = next() {
      taken.append(message)
      if message.contains(line) { return taken }
    }
    return nil
  }

  /// Whether nothing waits to be received.
  package var isEmpty: Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT | MSG_PEEK)) < 0
  }
}
