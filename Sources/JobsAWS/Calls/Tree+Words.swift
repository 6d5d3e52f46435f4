import JobsCore

extension Tree {
  /// The text of a string at the end of a chain of keys.
  func words(_ node: ID = Tree.root, _ path: String...) -> String? {
    guard let found = place(node, path), kind(found) == .string else { return nil }
    return string(found)
  }

  /// The number at the end of a chain of keys.
  func number(_ node: ID = Tree.root, _ path: String...) -> Int? { place(node, path).flatMap(int) }

  /// The strings of a mapping of strings.
  func pairs(_ node: ID?) -> [String: String] {
    guard let node else { return [:] }
    return entries(node).reduce(into: [:]) { pairs, entry in
      if kind(entry.value) == .string { pairs[string(entry.key)] = string(entry.value) }
    }
  }

  private func place(_ node: ID, _ path: [String]) -> ID? {
    path.reduce(node as ID?) { at, key in at.flatMap { value($0, key: key) } }
  }
}
