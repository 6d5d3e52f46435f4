import JobsCore
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    "Text is escaped where RFC 8259 asks for it, and nowhere else",
    arguments: [
      ("", "\"\""), ("plain", "\"plain\""), ("\"", "\"\\\"\""), ("\\", "\"\\\\\""), ("/", "\"/\""),
      ("\n\r\t\u{8}\u{C}", "\"\\n\\r\\t\\b\\f\""), ("\u{0}\u{1}\u{1F}", "\"\\u0000\\u0001\\u001f\""),
      ("\u{7F}", "\"\\u007f\""),
      ("\u{1B}[0m", "\"\\u001b[0m\""), ("é€😀\u{2028}", "\"é€😀\u{2028}\""), ("12345678\"", "\"12345678\\\"\""),
      ("1234567\\89", "\"1234567\\\\89\""), ("\"\"\"", "\"\\\"\\\"\\\"\""), ("a\"b\"c", "\"a\\\"b\\\"c\""),
      ("~!# []^", "\"~!# []^\""), ("größer\tals\nsonst", "\"größer\\tals\\nsonst\""),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(written { $0.value(text) } == expected)
  }

  @Test("Every byte at every place of an eight-byte word is escaped as it is alone")
  func escapesEverywhere() {
    for byte in UInt8(0)..<128 {
      let alone = written { $0.value(String(UnicodeScalar(byte))) }.dropFirst().dropLast()
      for place in 0..<17 {
        let (before, after) = (String(repeating: "é", count: place / 2) + (place % 2 == 1 ? "x" : ""), "yz€456789")
        let text = before + String(UnicodeScalar(byte)) + after
        #expect(written { $0.value(text) } == "\"\(before)\(alone)\(after)\"")
      }
    }
  }

  @Test(
    "Seconds have up to six decimals and no exponent",
    arguments: [
      (0.0, "0"), (1, "1"), (-1, "-1"), (1.5, "1.5"), (0.1, "0.1"), (0.000001, "0.000001"), (0.0000004, "0"),
      (-0.0000001, "0"), (-0.25, "-0.25"), (3600, "3600"), (1.234, "1.234"), (0.000010, "0.00001"),
      (0.9999999, "1"), (-1.9999999, "-2"),
      (12.000345, "12.000345"),
      (8_999_999_999_999, "8999999999999"), (9e12, "null"), (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
    ])
  func seconds(_ value: Double, _ expected: String) {
    #expect(written { $0.value(seconds: value) } == expected)
  }

  @Test("Integers are written in full", arguments: [0, 7, -7, 10, -10, 1_234_567_890, Int64.max, Int64.min])
  func integers(_ value: Int64) {
    #expect(written { $0.value(value) } == String(value))
  }

  @Test("Keys keep the order of the calls, and commas stand between what belongs together")
  func structure() {
    let text = written { json in
      json.beginObject()
      json.key("z")
      json.value(1)
      json.key("a \"quoted\" key")
      json.beginArray()
      json.null()
      json.value(true)
      json.value(false)
      json.beginObject()
      json.endObject()
      json.raw("[1.0]".utf8)
      json.beginArray()
      json.endArray()
      json.value("x")
      json.endArray()
      json.key(String("m"))
      json.value("y")
      json.endObject()
      json.newline()
      json.beginArray()
      json.endArray()
    }
    #expect(text == "{\"z\":1,\"a \\\"quoted\\\" key\":[null,true,false,{},[1.0],[],\"x\"],\"m\":\"y\"}\n[]")
  }

  @Test("An emptied writer begins anew")
  func empties() {
    var json = JSONWriter(reserving: 10)
    json.value(1)
    json.removeAll()
    json.value(2)
    #expect(json.bytes == Array("2".utf8))
  }

  @Test(
    "A number of YAML becomes one of JSON, or a string where JSON has none",
    arguments: [
      ("0x1F", Tree.Kind.int, "31"), ("0o17", .int, "15"), ("+12", .int, "12"), ("012", .int, "12"), ("-7", .int, "-7"),
      ("99999999999999999999", .int, "99999999999999999999"), ("0xFFFFFFFFFFFFFFFFF", .int, "\"0xFFFFFFFFFFFFFFFFF\""),
      (".5", .float, "0.5"), ("1.", .float, "1.0"), ("1.50", .float, "1.50"), (".inf", .float, "\".inf\""),
      (".NaN", .float, "\".NaN\""), ("1e3", .float, "1e3"), ("1e", .float, "\"1e\""), ("-", .int, "\"-\""),
    ])
  func yamlNumbers(_ text: String, _ kind: Tree.Kind, _ expected: String) {
    var tree = Tree(source: Array(text.utf8))
    _ = tree.addVerbatim(kind, .plain, place: 0..<text.utf8.count, text: 0..<text.utf8.count)
    #expect(written { $0.value(tree, Tree.root) } == expected)
  }
}
