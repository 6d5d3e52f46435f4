import JobsCore
import Testing

@testable import JobsAudit

@Suite("Reading policies of AWS")
struct PolicyReaderTests {
  private static func read(_ text: String, _ kind: PolicyReader.Kind = .identity) throws -> PolicyDocument {
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<text.utf8.count)
    return try PolicyReader.read(tree, Tree.root, kind) { _ in .start(of: "test") }
  }

  @Test("texts and lists mean the same")
  func forms() throws {
    let one = try Self.read(#"{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#)
    let many = try Self.read(#"{"Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":["*"]}]}"#)
    #expect(one.statements[0].actions.items == many.statements[0].actions.items)
    #expect(one.version == "2008-10-17")
  }

  @Test(
    "what is not wholly understood is refused with its place",
    arguments: [
      (#"{"Statement":[{^"effect":"Allow","Action":"a:b","Resource":"*"}]}"#, "'Effect' is written so"),
      (#"{"Statement":[^{"Effect":"Allow","Resource":"*"}]}"#, "neither 'Action' nor 'NotAction'"),
      (#"{"Statement":[{"Effect":^"Permit","Action":"a:b","Resource":"*"}]}"#, "neither Allow nor Deny"),
      (#"{"Statement":[{"Effect":"Allow","Action":^"a:b","NotAction":"a:c","Resource":"*"}]}"#, "both"),
      (#"{"Statement":[{"Effect":"Allow","Action":^1,"Resource":"*"}]}"#, "an integer"),
      (#"{"Statement":[^{"Effect":"Allow","Action":"a:b"}]}"#, "neither 'Resource' nor"),
      (
        #"{"Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{^"Equals":{"a":"b"}}}]}"#,
        "operator"
      ),
      (#"{"Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":^"a"}}]}"#, "a mapping"),
      (#"{"Version":^"2020-01-01","Statement":[]}"#, "not known"),
      (#"^{"Version":"2012-10-17"}"#, "no 'Statement'"),
      (#"{"Statement":^"all"}"#, "a string"),
      (#"{"Statement":[],^"Statements":[]}"#, "no key 'Statements'"),
      (#"{"Statement":[],^"Statement":[]}"#, "twice"),
      (#"{"Statement":[^{"Effect":"Allow","Action":"a:b","Resource":"*","Principal":"*"}]}"#, "'Principal'"),
    ])
  func refused(marked: String, words: String) throws {
    let offset = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "^"))?.utf16Offset(in: marked))
    let text = marked.filter { $0 != "^" }
    let error = #expect(throws: ShapeError.self) { try Self.read(text) }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("a trust policy has principals and no resources")
  func trust() {
    #expect(throws: ShapeError.self) {
      try Self.read(#"{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole"}}"#, .trust)
    }
    #expect(throws: ShapeError.self) {
      try Self.read(#"{"Statement":{"Effect":"Allow","Action":"a:b","Principal":{"AWS":"nobody"}}}"#, .trust)
    }
  }

  @Test(
    "principals of every form",
    arguments: [
      ("*", PolicyPrincipal.anyone), ("111122223333", .account("111122223333")),
      ("arn:aws:iam::111122223333:root", .account("111122223333")),
      ("arn:aws:iam::111122223333:role/a", .arn("arn:aws:iam::111122223333:role/a")),
      ("AROAEXAMPLEEXAMPLE12", .deleted("AROAEXAMPLEEXAMPLE12")),
    ])
  func principals(text: String, expected: PolicyPrincipal) { #expect(PolicyPrincipal(aws: text) == expected) }
}
