import JobsCore

/// Keys that stand twice in a JSON object, which RFC 8259 leaves open and every reader settles in its own way.
enum JSONKeys {
  static func duplicates(in tree: Tree) -> [ReadingProblem] {
    var problems: [ReadingProblem] = []
    for index in 0..<tree.nodeCount {
      let id = Tree.ID(index)
      guard tree.kind(id) == .mapping, tree.count(id) > 1 else { continue }
      var seen: [String: Tree.ID] = [:]
      for entry in tree.entries(id) {
        let name = tree.string(entry.key)
        guard let first = seen[name] else {
          seen[name] = entry.key
          continue
        }
        var problem = ReadingProblem(
          DuplicateKey.info, "key '\(Terminal.visible(name))' stands twice in one object", at: tree.range(entry.key),
          hint: "keep one of the two; readers disagree on which counts")
        problem.related = [("first here", tree.range(first))]
        problems.append(problem)
      }
    }
    return problems
  }
}
