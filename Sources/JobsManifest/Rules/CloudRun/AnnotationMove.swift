import JobsCore

/// The patch that moves annotations from one mapping to another and leaves no empty mapping behind.
enum AnnotationMove {
  /// - Parameter mapping: the mapping that holds the keys.
  /// - Returns: nil where no certain patch exists.
  static func fix(_ keys: [Tree.ID], from mapping: Tree.ID, to home: [String], _ findings: Findings) -> Diagnostic.Fix?
  {
    let tree = findings.tree
    guard var fix = EntryMove.fix(keys, from: mapping, to: home, findings) else { return nil }
    guard keys.count == tree.count(mapping) else { return fix }
    // Nothing stays: the emptied mapping goes too, and its parent if it held nothing else.
    var emptied = mapping
    while let parent = holder(of: emptied, from: findings.root, tree), tree.count(parent) == 1 { emptied = parent }
    guard let key = tree.key(ofValue: emptied, from: findings.root),
      let removal = EntryMove.removal(of: (key, emptied), findings)
    else {
      return nil
    }
    let insertions = fix.edits.filter(\.bytes.isEmpty)
    let removed = removal.edits.map(\.bytes)
    guard
      !insertions.contains(where: { edit in
        removed.contains { $0.lowerBound < edit.bytes.lowerBound && edit.bytes.lowerBound < $0.upperBound }
      })
    else { return nil }
    fix.edits = (insertions + removal.edits).sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    return fix
  }

  /// The mapping in which a node is a value.
  private static func holder(of value: Tree.ID, from root: Tree.ID, _ tree: Tree) -> Tree.ID? {
    for entry in tree.entries(root) {
      if entry.value == value { return root }
      if let found = holder(of: value, from: entry.value, tree) { return found }
    }
    for child in tree.children(root) {
      if let found = holder(of: value, from: child, tree) { return found }
    }
    return nil
  }
}
