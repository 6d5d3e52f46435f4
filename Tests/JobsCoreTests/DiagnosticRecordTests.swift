import JobsCore
import TestSupport
import Testing

@Suite("Records of diagnostics")
struct DiagnosticRecordTests {
  private static func written(_ diagnostic: Diagnostic) -> String {
    var json = JSONWriter()
    diagnostic.write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func read(_ text: String) throws -> Diagnostic? {
    var tree = Tree(source: Array(text.utf8))
    try JSONReader.parse(&tree, in: 0..<tree.source.count)
    return Diagnostic(tree)
  }

  static let example =
    "{\"type\":\"diagnostic\",\"v\":1,\"code\":\"CR104\",\"severity\":\"error\",\"message\":\"unknown key 'maxRetires'\","
    + "\"file\":\"jobs/a.yaml\",\"line\":24,\"column\":11,\"endLine\":24,\"endColumn\":21,"
    + "\"path\":\"spec.template.spec.template.spec.maxRetires\",\"job\":\"acme/prod/a\",\"envs\":[\"prod\"],"
    + "\"hint\":\"did you mean 'maxRetries'?\",\"fix\":{\"safe\":true,\"edits\":[{\"line\":24,\"column\":11,"
    + "\"endLine\":24,\"endColumn\":21,\"text\":\"maxRetries\"}]},\"related\":[],\"source\":\"run.v1 discovery 20261031\"}"

  @Test("The record of the documentation is read and written byte for byte")
  func documented() throws {
    let diagnostic = try #require(try Self.read(Self.example))
    #expect(diagnostic.code == "CR104")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.location == Location(file: "jobs/a.yaml", line: 24, column: 11, endLine: 24, endColumn: 21))
    #expect(diagnostic.fix?.edits.first?.location.file == "jobs/a.yaml")
    #expect(Self.written(diagnostic) == Self.example)
  }

  @Test("What is absent is left out, and lists are written even when they are empty")
  func smallest() {
    let diagnostic = Diagnostic(code: "ST1", severity: .info, message: "m", location: .start(of: "f"))
    #expect(
      Self.written(diagnostic)
        == "{\"type\":\"diagnostic\",\"v\":1,\"code\":\"ST1\",\"severity\":\"info\",\"message\":\"m\",\"file\":\"f\","
        + "\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":1,\"path\":\"\",\"envs\":[],\"related\":[]}")
  }

  @Test(
    "What is no diagnostic is refused",
    arguments: [
      "{}", "[]", "1", "{\"code\":\"a\",\"severity\":\"error\",\"message\":\"m\",\"file\":\"f\",\"line\":1}",
      "{\"code\":\"a\",\"severity\":\"fatal\",\"message\":\"m\",\"file\":\"f\",\"line\":1,\"column\":1}",
      "{\"code\":1,\"severity\":\"error\",\"message\":\"m\",\"file\":\"f\",\"line\":1,\"column\":1}",
      "{\"code\":\"a\",\"severity\":\"error\",\"message\":\"m\",\"file\":\"f\",\"line\":\"1\",\"column\":1}",
    ])
  func refuses(_ text: String) throws {
    #expect(try Self.read(text) == nil)
  }

  @Test("Of a record by another hand the needed keys suffice; half a fix is none, and strange members are passed over")
  func lenient() throws {
    let head = "{\"column\":2,\"line\":1,\"file\":\"f\",\"message\":\"m\",\"severity\":\"warning\",\"code\":\"a\""
    let plain = try #require(try Self.read(head + "}"))
    #expect(plain.location == Location(file: "f", line: 1, column: 2, endLine: 1, endColumn: 2))
    #expect(plain.environments.isEmpty && plain.related.isEmpty && plain.fix == nil)
    let odd = try #require(
      try Self.read(
        head + ",\"envs\":[\"a\",1],\"fix\":{\"safe\":true,\"edits\":[{\"line\":1}]},"
          + "\"related\":[1,{\"message\":\"x\"}],\"new\":{}}"))
    #expect(odd.environments == ["a"])
    #expect(odd.fix == nil)
    #expect(odd.related.isEmpty)
  }

  @Test("Any diagnostic comes back from its record")
  func property() throws {
    let seed = SeededGenerator.seedOfRun()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let diagnostic = Self.random(&random)
      let text = Self.written(diagnostic)
      let again = try #require(try Self.read(text), "seed \(seed): \(text)")
      #expect(Self.written(again) == text, "seed \(seed)")
      #expect(again.message == diagnostic.message && again.job == diagnostic.job && again.hint == diagnostic.hint)
      #expect(again.location == diagnostic.location && again.related == diagnostic.related, "seed \(seed)")
      #expect(again.fix == diagnostic.fix && again.environments == diagnostic.environments, "seed \(seed)")
      #expect(again.severity == diagnostic.severity && again.path == diagnostic.path)
      #expect(again.source == diagnostic.source)
    }
  }

  private static func random(_ random: inout SeededGenerator) -> Diagnostic {
    func text() -> String {
      let parts = ["a", "é", "\"", "\\", "\n", "😀", "\u{1B}", "/", " ", "'key'", "\u{7F}"]
      return (0..<Int.random(in: 0..<8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
    func place(_ file: String) -> Location {
      let line = Int.random(in: 1..<1000, using: &random)
      return Location(
        file: file, line: line, column: .random(in: 1..<200, using: &random),
        endLine: line + .random(in: 0..<3, using: &random), endColumn: .random(in: 1..<200, using: &random))
    }
    func list<T>(_ make: () -> T) -> [T] { (0..<Int.random(in: 0..<3, using: &random)).map { _ in make() } }
    let file = text()
    var diagnostic = Diagnostic(
      code: text(), severity: Diagnostic.Severity.allCases.randomElement(using: &random) ?? .info, message: text(),
      location: place(file), path: text(), job: maybe(), environments: list(text), hint: maybe(), source: maybe())
    diagnostic.related = list { Diagnostic.Related(message: text(), location: place(text())) }
    if Bool.random(using: &random) {
      let edits = list { Diagnostic.Edit(location: place(maybe() ?? file), bytes: 0..<0, text: text()) }
      diagnostic.fix = Diagnostic.Fix(safe: Bool.random(using: &random), edits: edits)
    }
    return diagnostic
  }

  @Test("Errors are worse than warnings, and those than remarks")
  func severities() {
    #expect(Diagnostic.Severity.allCases.sorted() == [.info, .warning, .error])
  }
}
