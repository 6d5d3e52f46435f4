import JobsCore
import Testing

@Suite("JSON laid out for people")
struct JSONIndentTests {
  @Test(
    "Members stand on lines of their own, empty collections do not, and strings are left alone",
    arguments: [
      ("1", "1"), ("{}", "{}"), ("[]", "[]"), ("\"a,b:{[\\\"]}\"", "\"a,b:{[\\\"]}\""), ("[1,2]", "[\n  1,\n  2\n]"),
      ("{\"a\":[],\"b\":{}}", "{\n  \"a\": [],\n  \"b\": {}\n}"), ("[[1]]", "[\n  [\n    1\n  ]\n]"),
      ("{\"a\\\\\":{\"b\":1.0e+3}}", "{\n  \"a\\\\\": {\n    \"b\": 1.0e+3\n  }\n}"),
    ])
  func layout(_ json: String, _ expected: String) {
    #expect(String(decoding: JSONIndent.indented(Array(json.utf8)), as: UTF8.self) == expected)
  }
}
