import JobsCore

extension Property {
  /// A tree's nodes lie in their source, children inside their parents, and what is verbatim is what stands there.
  static func holds(_ tree: Tree) {
    guard !tree.isEmpty else { return }
    let whole = 0..<tree.source.count
    var visited = 0
    var waiting = [Tree.root]
    while let id = waiting.popLast() {
      visited += 1
      hold(visited <= tree.nodeCount, "a node has one parent")
      let range = tree.range(id)
      hold(
        range.lowerBound >= 0 && range.upperBound <= whole.upperBound, "a node lies in its source",
        "\(range) of \(whole)")
      if let verbatim = tree.verbatimRange(id) {
        hold(
          range.lowerBound <= verbatim.lowerBound && verbatim.upperBound <= range.upperBound, "a text lies in its node")
      }
      var count = 0
      for child in tree.children(id) {
        waiting.append(child)
        count += 1
      }
      for entry in tree.entries(id) {
        waiting.append(entry.key)
        waiting.append(entry.value)
        count += 1
      }
      hold(tree.kind(id).isScalar || count == tree.count(id), "a collection has as many children as it says")
    }
  }

  /// What is written is read again as the same.
  static func survivesJSON(_ tree: Tree) {
    let first = json(tree)
    var again = Tree(source: first)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&again, in: 0..<first.count)
    } catch {
      return hold(
        error.code == .depth, "what is written as JSON is JSON",
        "\(error.message): \(String(decoding: first, as: UTF8.self))")
    }
    hold(json(again) == first, "JSON that is read and written stays the same", String(decoding: first, as: UTF8.self))
  }

  static func json(_ tree: Tree) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(tree, Tree.root)
    return writer.bytes
  }
}
