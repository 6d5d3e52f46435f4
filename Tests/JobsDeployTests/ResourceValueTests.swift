import JobsCore
import JobsDeploy
import Testing

@Suite struct ResourceValueTests {
  @Test(arguments: [
    ("3", "3", true), ("true", "true", true), ("\"3\"", "3", false), (" [ \"a\" , 1 ]", #"["a",1]"#, true),
    (#"{"b":{"d":1,"c":2},"a":null}"#, #"{"a":null,"b":{"c":2,"d":1}}"#, true), ("\"\"", "", false),
    ("\"a\\u0041\"", "aA", false), ("-0.5e3", "-0.5e3", true),
  ])
  func `JSON is read as a text or as a literal in one form`(_ json: String, _ text: String, _ isLiteral: Bool) throws {
    let value = try #require(Resource.Value(json: json.utf8))
    #expect(value.text == text && value.isLiteral == isLiteral)
    var writer = JSONWriter()
    writer.value(value)
    #expect(Resource.Value(json: writer.bytes) == value)
  }

  @Test(arguments: ["null", "", "nul", "[1", "{\"a\":}", "1 2"])
  func `null is no value, and no JSON neither`(_ json: String) { #expect(Resource.Value(json: json.utf8) == nil) }

  @Test func `values are made of what a program has`() {
    #expect(Resource.Value(3) == Resource.Value(json: "3".utf8))
    #expect(Resource.Value(false) == Resource.Value(json: "false".utf8))
    #expect(Resource.Value(["a", "\"b\""]) == Resource.Value(json: #"["a","\"b\""]"#.utf8))
    #expect(Resource.Value([]).text == "[]")
    #expect(("3" as Resource.Value) != Resource.Value(3))
  }
}
