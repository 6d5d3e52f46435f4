/// One line of a stream: its bytes as they came and the tree that was read from them.
package struct Record: Sendable {
  /// The record's tree; `tree.source` is the line without its line break.
  package var tree: Tree
  /// The value of `type`.
  package var type: String

  package init(tree: Tree = Tree(), type: String = "") {
    self.tree = tree
    self.type = type
  }

  /// The line as it came.
  package var bytes: [UInt8] { tree.source }

  /// The text of a key at the top, if it is a string.
  package func string(_ key: StaticString) -> String? {
    guard let id = tree.value(Tree.root, key), tree.kind(id) == .string else { return nil }
    return tree.string(id)
  }
}
