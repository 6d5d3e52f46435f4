import Glibc
package import JobsCore

/// Where metrics are answered: a Unix socket, or a port that only this host can reach.
package enum MetricsAddress: Hashable, Sendable, CustomStringConvertible {
  /// The path of a socket.
  case unix(String)
  /// An address in 127.0.0.0/8 or ::1; port 0 takes one that is free.
  case loopback(String, port: UInt16)

  /// Reads `/run/jobs/metrics.sock`, `unix:PATH`, `127.0.0.1:9469`, `[::1]:9469` or `localhost:9469`.
  ///
  /// - Throws: a usage failure for anything else, and for an address that others could reach: metrics name jobs, and
  ///   nobody is asked who they are.
  package init(_ text: String) throws(Failure) {
    if text.hasPrefix("unix:") || text.contains("/") {
      let path = text.hasPrefix("unix:") ? String(text.dropFirst(5)) : text
      guard !path.hasPrefix("@"), UnixSocketAddress(path) != nil else {
        throw .usage(
          "'\(Terminal.visible(path))' cannot be the path of a socket",
          hint: "a socket's path has at most \(UnixSocketAddress.longest) bytes; '/run/jobs/metrics.sock' is one")
      }
      self = .unix(path)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
      throw .usage(
        "'\(Terminal.visible(text))' is no place to answer metrics at",
        hint: "write the path of a socket, or an address and port such as '127.0.0.1:9469'")
    }
    self = .loopback(try Self.loopback(String(text[..<colon])), port: port)
  }

  /// The address behind a host as it was written.
  private static func loopback(_ host: String) throws(Failure) -> String {
    if host == "localhost" { return "127.0.0.1" }
    var v4 = in_addr()
    if inet_pton(AF_INET, host, &v4) == 1, UInt32(bigEndian: v4.s_addr) >> 24 == 127 { return host }
    if host == "[::1]" { return "::1" }
    throw .usage(
      "metrics are not answered at '\(Terminal.visible(host.isEmpty ? "*" : host))', which others could reach",
      hint: "take '127.0.0.1:PORT' or a Unix socket, and put a proxy that asks who is there before it")
  }

  package var description: String {
    switch self {
    case .unix(let path): path
    case .loopback(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
  }
}
