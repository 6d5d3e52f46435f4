import JobsCore

extension Tree {
  /// The first key that an object of the tree has twice: readers differ on which of the two counts, so that neither is safe to
  /// take (RFC 8259, section 4).
  var repeatedKey: Tree.ID? {
    for index in 0..<nodeCount where kind(Tree.ID(index)) == .mapping {
      if let found = repeatedKey(of: Tree.ID(index)) { return found }
    }
    return nil
  }

  private func repeatedKey(of mapping: Tree.ID) -> Tree.ID? {
    guard count(mapping) > 16 else {
      // Most objects are small, and are compared without a text for each key.
      for (place, entry) in entries(mapping).enumerated() {
        for (_, other) in zip(0..<place, entries(mapping)) where equals(other.key, entry.key) { return entry.key }
      }
      return nil
    }
    var seen: Set<String> = []
    return entries(mapping).first { !seen.insert(string($0.key)).inserted }?.key
  }
}
