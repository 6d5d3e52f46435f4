import JobsCore

/// Reads a line of Google's export as a tree: slower, and in whatever way it is written.
struct GoogleTree {
  private let fields: [(path: [String], place: Int)]
  private let tags: TagList
  private let isDetailed: Bool

  init(_ question: BillQuestion) {
    tags = TagList(question)
    isDetailed = question.isDetailed
    fields = question.fields.compactMap { field in
      guard field != .credits, let path = BillFormat.googleLines.columns(of: field).first else { return nil }
      return (path.split(separator: ".").map(String.init), BillRow.place(of: field))
    }
  }

  /// - Throws: a fault at offset 0.
  func add(_ line: BillBytes, to tally: inout BillTally, _ row: inout BillRow) throws(BillFault) {
    var tree = Tree(source: Array(line))
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<line.count)
    } catch {
      throw BillFault("a line is no JSON: \(error.message)", at: 0)
    }
    guard tree.kind(Tree.root) == .mapping else { throw BillFault("a line is no JSON object", at: 0) }
    var texts: [BillRow.Text] = []
    func keep(_ node: Tree.ID, _ place: Int) {
      guard tree.kind(node).isScalar, tree.kind(node) != .null else { return }
      texts.append(BillRow.Text(place: place, bytes: tree.withText(node) { Array($0) }))
    }
    for (path, place) in fields {
      var node: Tree.ID? = Tree.root
      for key in path { node = node.flatMap { tree.kind($0) == .mapping ? tree.value($0, key: key) : nil } }
      if let node { keep(node, place) }
    }
    if let labels = tree.value(Tree.root, "labels"), tree.kind(labels) == .sequence {
      for label in tree.children(labels) where tree.kind(label) == .mapping {
        guard let key = tree.value(label, "key"), let value = tree.value(label, "value") else { continue }
        for place in tree.withText(key, { tags.places($0) }) { keep(value, place) }
      }
    }
    if isDetailed, let labels = tree.value(Tree.root, "labels"), let all = TagObject.json(tree, labels) {
      row.tags = all
    }
    if let credits = tree.value(Tree.root, "credits"), tree.kind(credits) == .sequence {
      row.credits = try CreditList.sum(credits, tree)
    }
    try row.pointing(at: texts[...]) { row throws(BillFault) in try tally.add(row) }
  }
}
