import JobsCore
import Testing

@Suite("The tree of a document")
struct TreeTests {
  private func tree(_ json: String) throws -> Tree {
    var tree = Tree(source: Array(json.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return tree
  }

  private func compact(_ tree: Tree, _ id: Tree.ID) -> String {
    var json = JSONWriter()
    json.value(tree, id)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("Values are found by key and by path, the first of equal keys, and nothing in a scalar")
  func lookup() throws {
    let tree = try tree("{\"a\":{\"b\":{\"c\":5}},\"d\":1,\"d\":2,\"e\":[1]}")
    #expect(tree.value(Tree.root, path: "a", "b", "c").flatMap(tree.int) == 5)
    #expect(tree.value(Tree.root, path: "a", "x", "c") == nil)
    #expect(tree.value(Tree.root, "d").flatMap(tree.int) == 1)
    let scalar = try #require(tree.value(Tree.root, "d"))
    #expect(tree.value(scalar, "d") == nil)
    #expect(Array(tree.children(scalar)).isEmpty)
    #expect(Array(tree.children(Tree.root)).isEmpty)
    let list = try #require(tree.value(Tree.root, "e"))
    #expect(Array(tree.entries(list)).isEmpty)
    #expect(tree.string(list) == "")
    #expect(tree.count(Tree.root) == 4)
    #expect(tree.count(list) == 1)
    #expect(tree.bool(scalar) == nil)
    #expect(tree.int(list) == nil)
  }

  @Test(
    "Numbers are read by the core schema of YAML",
    arguments: [
      ("12", Tree.Kind.int, 12, 12.0), ("-3", .int, -3, -3), ("0x1f", .int, 31, 31), ("0o17", .int, 15, 15),
      ("9223372036854775808", .int, nil, nil), ("1.5", .float, nil, 1.5), ("1e3", .float, nil, 1000),
      ("x", .string, nil, nil),
    ] as [(String, Tree.Kind, Int?, Double?)])
  func numbers(_ text: String, _ kind: Tree.Kind, _ int: Int?, _ double: Double?) {
    var tree = Tree()
    let bytes = Array(text.utf8)
    let id = bytes.withUnsafeBufferPointer { tree.addScalar(kind, .plain, place: 0..<bytes.count, text: $0) }
    #expect(tree.int(id) == int)
    #expect(tree.double(id) == double)
  }

  @Test("A copy holds all below it, is marked, and leaves the original alone")
  func copies() throws {
    var tree = try tree("[{\"a\":[1,\"x\\n\"]},{}]")
    let first = try #require(Array(tree.children(Tree.root)).first)
    let before = tree.nodeCount
    let made = tree.copy(first, limit: 100)
    let copy = try #require(made)
    #expect(compact(tree, copy) == "{\"a\":[1,\"x\\n\"]}")
    #expect(compact(tree, Tree.root) == "[{\"a\":[1,\"x\\n\"]},{}]")
    #expect(tree.nodeCount == before + 5)
    #expect(tree.isAliased(copy))
    #expect(!tree.isAliased(first))
    #expect(tree.range(copy) == tree.range(first))
  }

  @Test("A copy that would pass the limit of nodes is refused", arguments: 8...12)
  func copyLimit(_ limit: Int) throws {
    var tree = try tree("[{\"a\":[1,2]},[]]")
    #expect(tree.nodeCount == 7)
    let first = try #require(Array(tree.children(Tree.root)).first)
    let made = tree.copy(first, limit: limit)
    #expect((made != nil) == (limit >= 12))
    #expect(tree.nodeCount <= limit)
  }

  @Test("Doubling by aliases ends at the limit instead of in memory")
  func bomb() throws {
    var tree = try tree("[1,2,3,4,5,6,7,8,9]")
    var last: Tree.ID? = Tree.root
    for _ in 0..<40 {
      guard let id = last, let made = tree.copy(id, limit: 10_000) else {
        last = nil
        break
      }
      let list = tree.addCollection(.sequence, .flow, start: 0)
      tree.append(made, to: list, after: nil)
      let again = tree.copy(id, limit: 10_000)
      if let again { tree.append(again, to: list, after: made) }
      last = again == nil ? nil : list
    }
    #expect(last == nil)
    #expect(tree.nodeCount <= 10_001)
  }

  @Test("A scalar may be given another text; its place stays")
  func substitutes() throws {
    var tree = try tree("{\"a\":\"${X}\"}")
    let id = try #require(tree.value(Tree.root, "a"))
    let place = tree.range(id)
    tree.setText(id, Array("true".utf8), kind: .bool)
    #expect(tree.bool(id) == true)
    #expect(tree.range(id) == place)
    tree.setKind(id, .string)
    #expect(tree.string(id) == "true")
    #expect(tree.style(id) == .double)
  }

  @Test("A tree is begun again over other bytes")
  func resets() throws {
    var tree = try tree("[1]")
    tree.reset(source: Array("{}".utf8))
    #expect(tree.isEmpty)
    try JSONReader.parse(&tree, in: 0..<2)
    #expect(tree.kind(Tree.root) == .mapping)
    tree.removeNodes()
    #expect(tree.isEmpty)
  }

  @Test("Two scalars are equal by their text, however they are written")
  func equality() throws {
    let tree = try tree("[\"ab\",\"\\u0061b\",\"ac\",\"\"]")
    let ids = Array(tree.children(Tree.root))
    #expect(tree.equals(ids[0], ids[1]))
    #expect(!tree.equals(ids[0], ids[2]))
    #expect(tree.equals(ids[1], "ab"))
    #expect(tree.equals(ids[3], ""))
    #expect(!tree.equals(ids[0], "abc"))
  }

  @Test("Every kind has its words", arguments: [Tree.Kind.null, .bool, .int, .float, .string, .sequence, .mapping])
  func words(_ kind: Tree.Kind) {
    #expect(!kind.words.isEmpty)
    #expect(kind.isScalar == (kind != .sequence && kind != .mapping))
  }
}
