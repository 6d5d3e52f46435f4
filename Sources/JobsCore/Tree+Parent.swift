extension Tree {
  /// The value that belongs to a key; a walk over the document.
  package func value(ofKey key: ID, from root: ID) -> ID? {
    for entry in entries(root) {
      if entry.key == key { return entry.value }
      if let found = value(ofKey: key, from: entry.value) { return found }
    }
    for child in children(root) {
      if let found = value(ofKey: key, from: child) { return found }
    }
    return nil
  }

  /// The key whose value a node is; nil for the root and for elements of lists. A walk over the document.
  package func key(ofValue value: ID, from root: ID) -> ID? {
    for entry in entries(root) {
      if entry.value == value { return entry.key }
      if let found = key(ofValue: value, from: entry.value) { return found }
    }
    for child in children(root) {
      if let found = key(ofValue: value, from: child) { return found }
    }
    return nil
  }
}
