import CLinux
import Glibc
import JobsCore
import JobsExec

/// The socket at which a metrics server is reached; a Unix socket's file goes with it.
final class MetricsListener {
  let descriptor: FileDescriptor
  /// As it was asked for, with the port that was taken.
  let address: MetricsAddress
  /// The socket's file, as it was when it was made: one that another process put there since is not ours to remove.
  private var file: (path: String, device: dev_t, inode: ino_t)?

  /// Connections that wait to be accepted; more than the server holds at once.
  private static let backlog: Int32 = 32

  init(_ address: MetricsAddress) throws(Failure) {
    switch address {
    case .unix(let path):
      descriptor = try Self.socket(AF_UNIX, address)
      self.address = address
      try bindFile(path)
    case .loopback(let host, let port):
      descriptor = try Self.socket(host.contains(":") ? AF_INET6 : AF_INET, address)
      self.address = try Self.bindPort(host, port, descriptor, address)
    }
    guard listen(descriptor.number, Self.backlog) == 0 else { throw Self.failure(address, errno) }
  }

  deinit {
    guard let file else { return }
    var now = stat()
    if lstat(file.path, &now) == 0, now.st_dev == file.device, now.st_ino == file.inode { unlink(file.path) }
  }

  private static func socket(_ family: Int32, _ address: MetricsAddress) throws(Failure) -> FileDescriptor {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let number = Glibc.socket(family, kind, 0)
    guard number >= 0 else { throw failure(address, errno) }
    return FileDescriptor(number)
  }

  private func bindFile(_ path: String) throws(Failure) {
    guard let place = UnixSocketAddress(path) else { throw Self.failure(address, ENAMETOOLONG) }
    // The file gets the mode of the socket, less the umask (unix(7)).
    fchmod(descriptor.number, 0o600)
    let bind = { place.withPointer { Glibc.bind(self.descriptor.number, $0, $1) } == 0 ? 0 : errno }
    var code = bind()
    if code == EADDRINUSE {
      try Self.removeStale(path, place, address)
      code = bind()
    }
    guard code == 0 else { throw Self.failure(address, code) }
    var made = stat()
    guard lstat(path, &made) == 0 else { throw Self.failure(address, errno) }
    file = (path, made.st_dev, made.st_ino)
  }

  /// Removes a socket at which nobody listens any more, as a killed server leaves it.
  private static func removeStale(_ path: String, _ place: UnixSocketAddress, _ address: MetricsAddress)
    throws(Failure)
  {
    var found = stat()
    guard lstat(path, &found) == 0 else { return }
    guard found.st_mode & S_IFMT == S_IFSOCK else {
      throw .world(
        "cannot answer metrics at '\(address)': a file is there that is no socket", hint: "remove it, or name another")
    }
    let probe = try socket(AF_UNIX, address)
    let code = place.withPointer { connect(probe.number, $0, $1) } == 0 ? 0 : errno
    guard code == ECONNREFUSED || code == ENOENT else {
      throw .world(
        "cannot answer metrics at '\(address)': another process does",
        hint: "give each daemon a socket of its own")
    }
    unlink(path)
  }

  private static func bindPort(
    _ host: String, _ port: UInt16, _ descriptor: FileDescriptor, _ address: MetricsAddress
  ) throws(Failure) -> MetricsAddress {
    // A port is free again at once, though connections of an earlier server linger.
    var one: Int32 = 1
    setsockopt(descriptor.number, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    let isV6 = host.contains(":")
    var v4 = sockaddr_in()
    v4.sin_family = sa_family_t(AF_INET)
    v4.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &v4.sin_addr)
    var v6 = sockaddr_in6()
    v6.sin6_family = sa_family_t(AF_INET6)
    v6.sin6_port = port.bigEndian
    inet_pton(AF_INET6, host, &v6.sin6_addr)
    let code =
      isV6
      ? call(&v6) { Glibc.bind(descriptor.number, $0, $1.pointee) }
      : call(&v4) { Glibc.bind(descriptor.number, $0, $1.pointee) }
    guard code == 0 else { throw failure(address, errno) }
    let named =
      isV6 ? call(&v6) { getsockname(descriptor.number, $0, $1) } : call(&v4) { getsockname(descriptor.number, $0, $1) }
    guard named == 0 else { throw failure(address, errno) }
    return .loopback(host, port: UInt16(bigEndian: isV6 ? v6.sin6_port : v4.sin_port))
  }

  /// Hands an address of the internet to a call for addresses of any kind.
  private static func call<Address>(
    _ address: inout Address, _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> Int32 {
    var length = socklen_t(MemoryLayout<Address>.size)
    return withUnsafeMutableBytes(of: &address) {
      body($0.baseAddress!.assumingMemoryBound(to: sockaddr.self), &length)
    }
  }

  private static func failure(_ address: MetricsAddress, _ code: Int32) -> Failure {
    let hint: String? =
      switch code {
      case EADDRINUSE: "another process has the port; 'ss -ltnp' names it"
      case ENOENT: "create the folder first; under systemd, 'RuntimeDirectory=jobs' makes '/run/jobs'"
      case EACCES, EPERM, EROFS: "take a place that this user may write to"
      default: nil
      }
    return .world("cannot answer metrics at '\(address)': \(systemMessage(code))", hint: hint)
  }
}
