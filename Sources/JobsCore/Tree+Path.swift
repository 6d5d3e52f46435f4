extension Tree {
  /// The path from `root` to a node, `spec.containers[0].image`; a key has the path of its value. Empty for the root.
  ///
  /// Costs a walk over the document, so it is for diagnostics only.
  package func path(to target: ID, from root: ID = Tree.root) -> String {
    guard !isEmpty else { return "" }
    return search(root, target) ?? ""
  }

  private func search(_ at: ID, _ target: ID) -> String? {
    if at == target { return "" }
    for entry in entries(at) {
      let name = Self.step(string(entry.key))
      if entry.key == target { return name }
      if let rest = search(entry.value, target) { return Self.join(name, rest) }
    }
    for (index, child) in children(at).enumerated() {
      if let rest = search(child, target) { return Self.join("[\(index)]", rest) }
    }
    return nil
  }

  private static func join(_ head: String, _ rest: String) -> String {
    rest.isEmpty || rest.hasPrefix("[") ? head + rest : "\(head).\(rest)"
  }

  /// A key as a step; one that holds a dot or a bracket is quoted: `["run.googleapis.com/launch-stage"]`.
  private static func step(_ key: String) -> String {
    let isPlain = !key.isEmpty && !key.utf8.contains { ".[\"".utf8.contains($0) }
    return isPlain ? key : "[\"\(Terminal.visible(key))\"]"
  }

  /// The bytes of `source` that are a scalar's text, if it stands there as it is.
  package func verbatimRange(_ id: ID) -> Range<Int>? {
    let node = nodes[Int(id.index)]
    guard node.isVerbatim, node.kind.isScalar else { return nil }
    return Int(node.first)..<Int(node.first + node.count)
  }

  /// A hash of the value, by which a baseline knows it again.
  package func hash(_ id: ID) -> UInt64 {
    let node = nodes[Int(id.index)]
    guard !node.kind.isScalar else { return withText(id) { $0.fnv1a64 } }
    return source[range(id)].fnv1a64
  }
}
