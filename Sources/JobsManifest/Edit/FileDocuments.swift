import JobsCore

/// The documents of a file that can carry jobs, as trees over its bytes.
struct FileDocuments: Sendable {
  let bytes: [UInt8]
  let isJSON: Bool
  /// In their order; one that is broken is an empty tree.
  let trees: [Tree]

  /// - Parameter path: by which JSON is told from YAML.
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    isJSON = SourceCheck.looksLikeJSON(FileInput(path: path, bytes: bytes, isNamed: true))
    var trees: [Tree] = []
    if isJSON {
      var tree = Tree(source: bytes)
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      if (try? JSONReader.parse(&tree, in: start..<bytes.count)) == nil { tree.removeNodes() }
      trees = [tree]
    } else if !bytes.isEmpty {
      YAMLReader(bytes, limits: ReadingLimits()).read { document in
        trees.append(document.isComplete ? document.tree : Tree())
        return true
      }
    }
    self.trees = trees
  }

  /// What the documents say, with keys in byte order.
  var values: [ManifestValue] { trees.map { $0.isEmpty ? .null : ManifestValue($0, Tree.root).ordered } }

  /// The number of the document whose root stands at a place.
  func index(atLine line: Int, column: Int) -> Int? {
    let lines = LineIndex(bytes)
    return trees.firstIndex { tree in
      !tree.isEmpty && lines.position(of: tree.range(Tree.root).lowerBound) == (line, column)
    }
  }
}
