import JobsCore

extension Tree {
  /// The time at a key of a reply in `aws-json`: seconds since the epoch, with or without decimals.
  ///
  /// ministack 1.5.33 writes some of them by RFC 3339, which is read as well.
  func instant(_ node: ID, _ key: String) -> Instant? {
    guard let found = value(node, key: key) else { return nil }
    if let seconds = double(found), abs(seconds) < 1e11 {
      return Instant(milliseconds: Int64((seconds * 1000).rounded()))
    }
    return kind(found) == .string ? Instant(rfc3339: string(found)) : nil
  }

  /// The time at a key, in milliseconds since the epoch.
  func instant(milliseconds node: ID, _ key: String) -> Instant? {
    value(node, key: key).flatMap { int($0) }.map { Instant(milliseconds: Int64($0)) }
  }

  /// The elements of the list at a key; none where there is no list.
  func elements(_ node: ID, _ key: String) -> [ID] {
    guard let list = value(node, key: key), kind(list) == .sequence else { return [] }
    return Array(children(list))
  }
}
