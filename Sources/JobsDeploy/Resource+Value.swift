package import JobsCore

extension Resource {
  /// The value of a field: a text, or a literal, which is JSON as it stands: `3`, `true`, `["--day","yesterday"]`.
  ///
  /// A literal is compact, and the keys of its objects are in byte order, so that equal values are equal texts.
  package struct Value: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text itself, or the JSON.
    package let text: String
    package let isLiteral: Bool

    package init(_ text: String) {
      self.text = text
      isLiteral = false
    }

    package init(stringLiteral text: String) { self.init(text) }

    package init(_ number: Int) { self.init(literal: String(number)) }

    package init(_ flag: Bool) { self.init(literal: flag ? "true" : "false") }

    package init(_ list: [String]) {
      var json = JSONWriter()
      json.beginArray()
      for text in list { json.value(text) }
      json.endArray()
      self.init(literal: String(decoding: json.bytes, as: UTF8.self))
    }

    /// The value of a node of JSON; nil for null, which stands for no value.
    package init?(_ tree: Tree, _ node: Tree.ID) {
      switch tree.kind(node) {
      case .null: return nil
      case .string: self.init(tree.string(node))
      default:
        var json = JSONWriter()
        Self.write(tree, node, to: &json)
        self.init(literal: String(decoding: json.bytes, as: UTF8.self))
      }
    }

    /// The value that a text of JSON has; nil for null, and for what is no JSON.
    package init?(json: some Sequence<UInt8>) {
      var tree = Tree()
      tree.reset(source: Array(json))
      guard (try? JSONReader.parse(&tree, in: 0..<tree.source.count)) != nil else { return nil }
      self.init(tree, Tree.root)
    }

    /// An object without keys: that it is there is all it says.
    package static let emptyObject = Value(literal: "{}")

    private init(literal: String) {
      text = literal
      isLiteral = true
    }

    private static func write(_ tree: Tree, _ node: Tree.ID, to json: inout JSONWriter) {
      switch tree.kind(node) {
      case .sequence:
        json.beginArray()
        for child in tree.children(node) { write(tree, child, to: &json) }
        json.endArray()
      case .mapping:
        json.beginObject()
        let entries = tree.entries(node).map { (key: tree.string($0.key), value: $0.value) }
        for entry in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
          json.key(entry.key)
          write(tree, entry.value, to: &json)
        }
        json.endObject()
      default: json.value(tree, node)
      }
    }
  }
}

extension JSONWriter {
  package mutating func value(_ value: Resource.Value) {
    if value.isLiteral { raw(value.text.utf8) } else { self.value(value.text) }
  }

  mutating func member(_ name: StaticString, _ value: Resource.Value) {
    key(name)
    self.value(value)
  }

  mutating func optional(_ name: StaticString, _ value: Resource.Value?) {
    if let value { member(name, value) }
  }
}
