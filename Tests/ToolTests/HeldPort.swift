import Glibc
import TestSupport

/// A port of this host on which nobody answers and that no other test is given.
final class HeldPort {
  let number: UInt16
  private let descriptor: Int32
  private var isHeld = true

  init() {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutableBytes(of: &address) { [descriptor] bytes -> Int32 in
      let pointer = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
      return bind(descriptor, pointer, length) + getsockname(descriptor, pointer, &length)
    }
    precondition(code == 0, "cannot hold a port")
    number = UInt16(bigEndian: address.sin_port)
  }

  func url(_ path: String = "/") -> String { "http://127.0.0.1:\(number)\(path)" }

  deinit { if isHeld { close(descriptor) } }

  /// Has somebody answer on it.
  func open(_ answer: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Answer) -> LoopbackServer {
    isHeld = false
    close(descriptor)
    return LoopbackServer(port: number, answer: answer)
  }
}
