package import JobsCloud

extension WebAddress {
  /// Whether nobody between here and there can read along: it is `https`, or this host itself.
  package var isPrivate: Bool { isSecure || isLoopback }

  /// `localhost`, 127.0.0.0/8 or ::1.
  var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
