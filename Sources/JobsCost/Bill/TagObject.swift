import JobsCore

/// All labels of a line as one JSON object, in the order of their names.
enum TagObject {
  /// - Parameter json: an object of scalars, or a list of objects with `key` and `value`; nil for anything else.
  static func json(_ json: BillBytes) -> [UInt8]? {
    var tree = Tree(source: Array(json))
    guard (try? JSONReader.parse(&tree, in: 0..<json.count)) != nil else { return nil }
    return self.json(tree, Tree.root)
  }

  /// The same of a node; nil for what is no labels.
  static func json(_ tree: Tree, _ node: Tree.ID) -> [UInt8]? {
    var labels: [String: String] = [:]
    switch tree.kind(node) {
    case .mapping:
      for entry in tree.entries(node) where tree.kind(entry.value).isScalar && tree.kind(entry.value) != .null {
        labels[plain(tree.string(entry.key))] = tree.string(entry.value)
      }
    case .sequence:
      for label in tree.children(node) where tree.kind(label) == .mapping {
        guard let key = tree.value(label, "key"), let value = tree.value(label, "value") else { continue }
        labels[tree.string(key)] = tree.string(value)
      }
    case .null: break
    default: return nil
    }
    return json(labels)
  }

  static func json(_ labels: [String: String]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (name, value) in labels.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) where !value.isEmpty
    {
      json.key(name)
      json.value(value)
    }
    json.endObject()
    return json.bytes
  }

  /// The labels of an object as `json` makes it.
  static func labels(_ bytes: [UInt8]) -> [String: String] {
    var tree = Tree(source: bytes)
    guard (try? JSONReader.parse(&tree, in: 0..<bytes.count)) != nil, tree.kind(Tree.root) == .mapping else {
      return [:]
    }
    var labels: [String: String] = [:]
    for entry in tree.entries(Tree.root) { labels[tree.string(entry.key)] = tree.string(entry.value) }
    return labels
  }

  /// AWS puts this before the labels that users gave.
  private static func plain(_ name: String) -> String {
    for prefix in ["user_", "user:"] where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
    return name
  }
}
