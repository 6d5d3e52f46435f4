import JobsCore
import Testing

@Suite("Paths in a tree")
struct TreePathTests {
  private static let json =
    "{\"spec\":{\"containers\":[{\"image\":\"a\"},{\"image\":\"b\"}],\"a.b/c\":1,\"\":2,\"x\\ny\":3,\"x\\n.y\":4},\"n\":[[5]]}"

  private func tree(_ json: String = json) throws -> Tree {
    var tree = Tree(source: Array(json.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return tree
  }

  /// Every node of the tree.
  private func all(_ tree: Tree) -> [Tree.ID] { (0..<tree.nodeCount).map(Tree.ID.init) }

  @Test("Every node has its path, and a key that of its value; odd keys are quoted")
  func paths() throws {
    let tree = try tree()
    let scalars = all(tree).filter { tree.kind($0) == .int || tree.equals($0, "b") && tree.kind($0) == .string }
    #expect(
      scalars.map { tree.path(to: $0) } == [
        "spec.containers[1].image", "spec[\"a.b/c\"]", "spec[\"\"]", "spec.x\ny", "spec[\"x\\n.y\"]", "n[0][0]",
      ])
    #expect(tree.path(to: Tree.root) == "")
    for id in all(tree) {
      guard let value = tree.value(ofKey: id, from: Tree.root) else { continue }
      #expect(tree.path(to: id) == tree.path(to: value))
      #expect(tree.key(ofValue: value, from: Tree.root) == id)
    }
    #expect(all(tree).count { tree.value(ofKey: $0, from: Tree.root) != nil } == 9)
    #expect(tree.key(ofValue: Tree.root, from: Tree.root) == nil)
    #expect(Tree().path(to: Tree.root) == "")
  }

  @Test("A scalar that stands in the source as it is has a range there, one with an escape has none")
  func verbatim() throws {
    let tree = try tree("[\"abc\",12,\"a\\n\",[]]")
    let ids = Array(tree.children(Tree.root))
    #expect(ids.map(tree.verbatimRange) == [2..<5, 7..<9, nil, nil])
    #expect(tree.firstChild(Tree.root) == ids[0])
    #expect(tree.firstChild(ids[3]) == nil)
  }

  @Test("Equal values have equal hashes, however a scalar is written, and others do not")
  func hashes() throws {
    let tree = try tree("[\"ab\",\"\\u0061b\",\"ac\",{\"a\":1},{\"a\":2},{\"a\":1}]")
    let hashes = tree.children(Tree.root).map(tree.hash)
    #expect(hashes[0] == hashes[1] && hashes[3] == hashes[5])
    #expect(Set(hashes).count == 4)
  }

  @Test("Entries can be taken out and put in another order")
  func relinking() throws {
    var tree = try tree("{\"a\":1,\"b\":[2],\"c\":{}}")
    tree.removeEntries(Tree.root) { $0.equals($1, "b") }
    #expect(compact(tree) == "{\"a\":1,\"c\":{}}")
    tree.relink(Tree.root, Array(tree.entries(Tree.root)).reversed())
    #expect(compact(tree) == "{\"c\":{},\"a\":1}")
    #expect(tree.value(Tree.root, key: "a").flatMap(tree.int) == 1)
    #expect(tree.value(Tree.root, key: "b") == nil)
    tree.relink(Tree.root, [])
    #expect(compact(tree) == "{}")
    #expect(tree.count(Tree.root) == 0)
  }

  private func compact(_ tree: Tree) -> String {
    var json = JSONWriter()
    json.value(tree, Tree.root)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
