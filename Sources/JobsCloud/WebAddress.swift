package import JobsCore

/// An address of the web. What follows the host may be a secret, as in the addresses of check-ins, so that only scheme,
/// host and port are ever shown.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// Whether it is `https`.
  package let isSecure: Bool
  /// In small letters; an address of IPv6 in its brackets.
  package let host: String
  /// nil for the usual one of the scheme.
  package let port: UInt16?
  /// `name:password@`, or nothing.
  private let user: String
  /// From its first slash on, as it is sent; not to be shown.
  package let path: String
  /// Behind the question mark, as it is sent; not to be shown.
  package let query: String?

  /// Reads `https://host[:port][/path][?query]`. A fragment is never sent, and left out.
  ///
  /// - Throws: a usage failure that does not repeat the address, for anything but `http` and `https`, and for
  ///   characters beyond those of RFC 3986.
  package init(_ text: String) throws(Failure) {
    guard text.utf8.count <= Self.longest else {
      throw Self.failure("it is longer than \(Self.longest) bytes", hint: "shorten it")
    }
    guard text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && !"\"<>\\^`{|}".utf8.contains($0) }) else {
      throw Self.failure(
        "it holds a character that no address has", hint: "write that character as '%' and its bytes in hexadecimal")
    }
    let lower = text.prefix(8).lowercased()
    isSecure = lower == "https://"
    guard isSecure || lower.hasPrefix("http://") else {
      throw Self.failure("it does not begin with 'https://'", hint: "write it as 'https://host/path'")
    }
    let rest = text.dropFirst(isSecure ? 8 : 7).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let place = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    user = String(authority[..<place.startIndex])
    (host, port) = try Self.hostAndPort(place)
    let target = rest[authority.endIndex...]
    let mark = target.firstIndex(of: "?")
    let path = target[..<(mark ?? target.endIndex)]
    self.path = path.isEmpty ? "/" : String(path)
    query = mark.map { String(target[target.index(after: $0)...]) }
  }

  private init(_ other: WebAddress, path: String, query: String?) {
    (isSecure, host, port, user) = (other.isSecure, other.host, other.port, other.user)
    self.path = path
    self.query = query
  }

  /// Bytes; what servers take at most.
  private static let longest = 8192

  private static func hostAndPort(_ place: Substring) throws(Failure) -> (String, UInt16?) {
    let isBracketed = place.hasPrefix("[")
    let hostEnd = isBracketed ? place.firstIndex(of: "]").map(place.index(after:)) : place.firstIndex(of: ":")
    let host = place[..<(hostEnd ?? place.endIndex)].lowercased()
    let rest = place[(hostEnd ?? place.endIndex)...]
    let isName = !host.isEmpty && host.utf8.allSatisfy { isHostByte($0) }
    let isSix = host.count > 3 && host.dropFirst().dropLast().utf8.allSatisfy { $0 == 58 || isHostByte($0) }
    guard isBracketed ? hostEnd != nil && isSix : isName else {
      throw failure("it names no host", hint: "write it as 'https://host/path'")
    }
    guard !rest.isEmpty, rest != ":" else { return (host, nil) }
    guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0, !rest.contains("+") else {
      throw failure("its port is no number from 1 to 65535", hint: "write it as 'https://host:443/path'")
    }
    return (host, port)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte) || "-._~%".utf8.contains(byte)
  }

  private static func failure(_ why: String, hint: String) -> Failure {
    .usage("the address cannot be used: \(why)", hint: hint)
  }

  /// The whole address, for the request alone.
  package var text: String {
    let place = port.map { "\(host):\($0)" } ?? host
    return "\(isSecure ? "https" : "http")://\(user)\(place)\(path)\(query.map { "?\($0)" } ?? "")"
  }

  /// What may be shown: `https://host`, `http://host:8080`.
  package var description: String { "\(isSecure ? "https" : "http")://\(port.map { "\(host):\($0)" } ?? host)" }

  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The value of the field `Host`: the port stands in it unless it is the usual one.
  package var authority: String {
    guard let port, port != (isSecure ? 443 : 80) else { return host }
    return "\(host):\(port)"
  }

  /// The same address with one more part at the end of its path; the query stays.
  ///
  /// - Parameter part: what is not a letter, digit or one of `-._~` is written in hexadecimal.
  package func appending(_ part: String) -> WebAddress {
    WebAddress(self, path: (path.hasSuffix("/") ? path : path + "/") + PercentEncoding.encoded(part), query: query)
  }

  /// The same address with one more pair at the end of its query.
  package func adding(_ name: String, _ value: String) -> WebAddress {
    let before = query.map { $0.isEmpty ? "" : "\($0)&" } ?? ""
    return WebAddress(
      self, path: path, query: "\(before)\(PercentEncoding.encoded(name))=\(PercentEncoding.encoded(value))")
  }

  /// The address that a reference stands for, as it is found on the page at this address (RFC 3986 §5.2, without the
  /// removal of dots, which whoever sends does).
  func resolving(_ reference: String) throws(Failure) -> WebAddress {
    let lower = reference.prefix(8).lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return try WebAddress(reference) }
    if reference.hasPrefix("//") { return try WebAddress((isSecure ? "https:" : "http:") + reference) }
    var target = reference
    if reference.hasPrefix("?") {
      target = path + reference
    } else if !reference.hasPrefix("/") {
      target = path[...(path.lastIndex(of: "/") ?? path.startIndex)] + reference
    }
    let place = port.map { "\(host):\($0)" } ?? host
    return try WebAddress("\(isSecure ? "https" : "http")://\(user)\(place)\(target)")
  }

  /// Whether the other address is at the same host by a way that is no less secure.
  func admits(_ other: WebAddress) -> Bool {
    guard host == other.host, other.isSecure || !isSecure else { return false }
    let usual = { (address: WebAddress) in address.port ?? (address.isSecure ? 443 : 80) }
    return usual(self) == usual(other) && isSecure == other.isSecure
      || !isSecure && other.isSecure && port == nil && usual(other) == 443
  }
}
