import JobsCore

/// What Cost Explorer answers to `GetCostAndUsage`, as lines of a bill: one for each group of each time.
struct CostExplorerBill {
  private let tree: Tree
  private let question: BillQuestion
  private let tags: TagList

  /// The amounts in which an answer may be, the first that is there counts.
  private static let metrics = [
    "UnblendedCost", "NetUnblendedCost", "AmortizedCost", "NetAmortizedCost", "BlendedCost",
  ]

  /// - Throws: a fault for what is no JSON.
  init(_ bytes: [UInt8], _ question: BillQuestion) throws(BillFault) {
    var tree = Tree(source: bytes)
    do throws(JSONReader.SyntaxError) {
      try JSONReader.parse(&tree, in: 0..<bytes.count)
    } catch {
      throw BillFault("the answer is no JSON: \(error.message), at byte \(error.offset)", at: 0)
    }
    self.tree = tree
    self.question = question
    tags = TagList(question)
  }

  /// Adds all groups; the total of a time where it is not grouped.
  func add(to tally: inout BillTally) throws(BillFault) {
    guard let results = tree.value(Tree.root, "ResultsByTime"), tree.kind(results) == .sequence else {
      throw BillFault("'ResultsByTime' is no list", at: 0)
    }
    if let token = tree.value(Tree.root, "NextPageToken"), tree.kind(token) != .null {
      throw BillFault(
        "the answer has more pages, which are not in it", at: 0,
        hint: "ask for all pages, and give each as a file without 'NextPageToken'")
    }
    let definitions = tree.value(Tree.root, "GroupDefinitions").map { Array(tree.children($0)) } ?? []
    for result in tree.children(results) {
      guard let start = tree.value(result, path: "TimePeriod", "Start") else {
        throw BillFault("a time has no 'Start'", at: 0)
      }
      let groups = tree.value(result, "Groups").map { Array(tree.children($0)) } ?? []
      if groups.isEmpty, let total = tree.value(result, "Total"), tree.count(total) > 0 {
        try add(total, start, keys: [], definitions: [], result, to: &tally)
      }
      for group in groups {
        guard let metrics = tree.value(group, "Metrics"), let keys = tree.value(group, "Keys") else {
          throw BillFault("a group has no 'Keys' or no 'Metrics'", at: 0)
        }
        try add(metrics, start, keys: Array(tree.children(keys)), definitions: definitions, group, to: &tally)
      }
    }
  }

  private func add(
    _ metrics: Tree.ID, _ start: Tree.ID, keys: [Tree.ID], definitions: [Tree.ID], _ whole: Tree.ID,
    to tally: inout BillTally
  ) throws(BillFault) {
    guard let metric = Self.metrics.lazy.compactMap({ tree.value(metrics, key: $0) }).first,
      let amount = tree.value(metric, "Amount"), let unit = tree.value(metric, "Unit")
    else {
      throw BillFault("a group has no cost: none of \(Self.metrics.joined(separator: ", "))", at: 0)
    }
    var texts = [
      BillRow.Text(.cost, text(amount)), BillRow.Text(.currency, text(unit)), BillRow.Text(.start, text(start)),
    ]
    for (index, key) in keys.enumerated() { texts += self.texts(text(key), definitions.dropFirst(index).first) }
    var row = BillRow(question, .costExplorer)
    row.hash =
      tree.source[tree.range(whole)].withUnsafeBufferPointer { $0.hash64 }
      ^ text(start).withUnsafeBufferPointer { $0.hash64 }
    try row.pointing(at: texts[...]) { row throws(BillFault) in try tally.add(row) }
  }

  /// What a key of a group says: `job$nightly` of a tag, and the name of a service and the like.
  private func texts(_ key: [UInt8], _ definition: Tree.ID?) -> [BillRow.Text] {
    let type = definition.flatMap { tree.value($0, "Type") }.map(tree.string)
    let name = definition.flatMap { tree.value($0, "Key") }.map(tree.string)
    if type == "TAG" || type == nil && key.contains(UInt8(ascii: "$")) {
      guard let cut = key.firstIndex(of: UInt8(ascii: "$")) else { return [] }
      let tag = key[..<cut]
      return tag.withUnsafeBufferPointer { tags.places($0) }
        .map { BillRow.Text(place: $0, bytes: Array(key[(cut + 1)...])) }
    }
    let field: BillField? =
      switch name {
      case "SERVICE": .service
      case "USAGE_TYPE": .sku
      case "REGION": .region
      case "LINKED_ACCOUNT": .project
      case "RESOURCE_ID": .resource
      case "RECORD_TYPE": .category
      default: nil
      }
    return field.map { [BillRow.Text($0, key)] } ?? []
  }

  private func text(_ node: Tree.ID) -> [UInt8] { tree.withText(node) { Array($0) } }
}
