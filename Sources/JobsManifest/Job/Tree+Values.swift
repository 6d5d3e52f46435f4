package import JobsCore

/// Values of keys as a job needs them; a value of the wrong kind is nil, since the structure check has said so.
extension Tree {
  /// The text of a scalar under a key; null is none.
  package func text(_ id: ID, _ key: StaticString) -> String? {
    guard let value = value(id, key) else { return nil }
    return text(value)
  }

  /// The text of a scalar; null is none.
  package func text(_ id: ID) -> String? {
    kind(id).isScalar && kind(id) != .null ? string(id) : nil
  }

  /// An integer under a key, also where it is quoted.
  package func number(_ id: ID, _ key: StaticString) -> Int? {
    guard let value = value(id, key) else { return nil }
    return int(value) ?? (kind(value) == .string ? Int(string(value)) : nil)
  }

  /// The texts of a list's scalars.
  package func texts(_ id: ID?) -> [String] {
    guard let id else { return [] }
    return children(id).compactMap { text($0) }
  }

  /// The entries of a mapping whose values are scalars.
  package func pairs(_ id: ID?) -> [Pair] {
    guard let id else { return [] }
    var pairs: [Pair] = []
    pairs.reserveCapacity(count(id))
    for entry in entries(id) {
      if let value = text(entry.value) { pairs.append(Pair(string(entry.key), value)) }
    }
    return pairs
  }
}
