import Glibc

/// The address of a Unix socket: a path, or `@NAME` in Linux's abstract namespace.
struct UnixSocketAddress: Sendable {
  private let address: sockaddr_un
  private let length: socklen_t

  /// The longest path in bytes: what the kernel's address holds, and a zero behind it (unix(7)).
  static let longest = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  /// nil if there is no such address: an empty path, one that is too long or that holds a zero.
  init?(_ path: String) {
    var bytes = Array(path.utf8)
    guard !bytes.isEmpty, path != "@", bytes.count <= Self.longest, !bytes.contains(0) else { return nil }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isAbstract = bytes[0] == UInt8(ascii: "@")
    if isAbstract { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    self.address = address
    // An abstract name ends where the address ends, a path with a zero.
    length = socklen_t(MemoryLayout<sockaddr_un>.offset(of: \.sun_path)! + bytes.count + (isAbstract ? 0 : 1))
  }

  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafeBytes(of: address) { body($0.baseAddress!.assumingMemoryBound(to: sockaddr.self), length) }
  }
}
