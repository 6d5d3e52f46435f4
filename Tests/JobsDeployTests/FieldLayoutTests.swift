import JobsCore
import JobsDeploy
import TestSupport
import Testing

@Suite struct FieldLayoutTests {
  private let layout = FieldLayout(lists: [
    "containers": .place, "containers.env": .key("name"), "volumes": .key("name"),
  ])

  private func fields(_ json: String) throws -> [Resource.Field] {
    var tree = Tree(source: Array(json.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return layout.fields(tree)
  }

  private func json(_ fields: [Resource.Field]) throws -> String {
    String(decoding: try layout.json(fields), as: UTF8.self)
  }

  @Test("a value is a field, at the path of its keys")
  func values() throws {
    let found = try fields(#"{"a":{"b":"x","n":3,"on":true,"none":null,"empty":{},"list":["p","q"]}}"#)
    #expect(found.map(\.name) == ["a.b", "a.n", "a.on", "a.empty", "a.list"])
    #expect(found["a.b"] == "x")
    #expect(found["a.n"] == Resource.Value(3))
    #expect(found["a.on"] == Resource.Value(true))
    #expect(found["a.empty"] == .emptyObject)
    #expect(found["a.list"] == Resource.Value(["p", "q"]))
  }

  @Test("elements are known by their key where the layout names one, so that their order does not matter")
  func elements() throws {
    let one = try fields(#"{"containers":[{"env":[{"name":"A","value":"1"},{"name":"B","value":"2"}]}]}"#)
    let other = try fields(#"{"containers":[{"env":[{"name":"B","value":"2"},{"name":"A","value":"1"}]}]}"#)
    #expect(one.map(\.name) == ["containers[0].env[A].value", "containers[0].env[B].value"])
    #expect(Set(one) == Set(other))
  }

  @Test(
    "a list whose elements cannot be told apart is one field",
    arguments: [
      #"{"volumes":[{"name":"a"},{"name":"a"}]}"#, #"{"volumes":[{"name":""}]}"#, #"{"volumes":[{"x":1}]}"#,
      #"{"volumes":[1,2]}"#, #"{"volumes":[]}"#, #"{"other":[{"name":"a"}]}"#,
    ])
  func wholeList(_ text: String) throws {
    let found = try fields(text)
    #expect(found.count == 1)
    #expect(found[0].value.isLiteral)
    #expect(try json(found) == text)
  }

  @Test(
    "fields become the document again",
    arguments: [
      #"{"a":"x"}"#, #"{"labels":{"a.b/c":"1","with \"quotes\" and 'others'":"2","back\\slash":"3","":"4","[x]":"5"}}"#,
      #"{"containers":[{"image":"i","env":[{"name":"A.B","value":"1"},{"name":"it's","value":""}]},{"image":"j"}]}"#,
      #"{"volumes":[{"name":"v","emptyDir":{}},{"name":"only"}]}"#, #"{"a":{"b":{"c":[{"d":null}]}}}"#,
      #"{"containers":[{},{"image":"second"}]}"#,
    ])
  func roundTrip(_ text: String) throws {
    #expect(try json(try fields(text)) == text)
  }

  @Test("more than nine elements keep their order")
  func manyElements() throws {
    let elements = (0..<12).map { #"{"image":"\#($0)"}"# }.joined(separator: ",")
    #expect(try json(try fields(#"{"containers":[\#(elements)]}"#)) == #"{"containers":[\#(elements)]}"#)
  }

  @Test(
    "a field that no document has is refused",
    arguments: [
      [("", "x")], [(".a", "x")], [("a..b", "x")], [("a[", "x")], [("a['b]", "x")], [("a[\"b", "x")], [("a]", "x")],
      [("a", "x"), ("a", "y")], [("a", "x"), ("a.b", "y")], [("a.b", "x"), ("a", "y")], [("a.b", "x"), ("a[c]", "y")],
      [("nolist[0].a", "x")],
    ])
  func refused(_ pairs: [(String, String)]) throws {
    #expect(throws: Failure.self) { try json(pairs.map { Resource.Field($0.0, $0.1) }) }
  }

  @Test("any document survives", arguments: 0..<200 as Range<UInt64>)
  func anyDocument(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = Self.object(&generator, depth: 0)
    // A null is no value, and what holds nothing else is gone with it.
    #expect(try fields(try json(try fields(text))) == fields(text), "seed \(seed): \(text)")
  }

  private static func object(_ generator: inout SeededGenerator, depth: Int) -> String {
    var json = JSONWriter()
    json.beginObject()
    for key in ["containers", "env", "name", "x.y", "z'\"\\"].prefix(Int.random(in: 0...5, using: &generator)) {
      json.key(key)
      json.raw(value(&generator, depth: depth + 1).utf8)
    }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func value(_ generator: inout SeededGenerator, depth: Int) -> String {
    switch Int.random(in: 0...(depth > 3 ? 3 : 6), using: &generator) {
    case 0: "\"\(["a", "b.c", "", "ü"][Int.random(in: 0...3, using: &generator)])\""
    case 1: String(Int.random(in: -9...9, using: &generator))
    case 2: "true"
    case 3: "{}"
    case 4:
      "[\((0..<Int.random(in: 0...3, using: &generator)).map { _ in object(&generator, depth: depth + 1) }.joined(separator: ","))]"
    default: object(&generator, depth: depth + 1)
    }
  }
}
