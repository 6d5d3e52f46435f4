import JobsCore
import JobsCron
import JobsManifest
import Testing

/// Every rule's examples, run as they are printed by `jobs-validate explain`.
@Suite struct RuleExampleTests {
  static let infos = RuleCatalog.all.map { $0.info }

  @Test("codes and names are unique and well formed")
  func codes() {
    #expect(Set(Self.infos.map(\.code)).count == Self.infos.count)
    #expect(Set(Self.infos.map(\.name)).count == Self.infos.count)
    for info in Self.infos {
      #expect(
        info.code.count == 5 && info.code.prefix(2).allSatisfy(\.isUppercase) && Int(info.code.suffix(3)) != nil,
        "\(info.code)")
      #expect(!info.summary.hasSuffix("."), "\(info.code)")
    }
  }

  @Test(
    "a bad example is reported at its mark, and nothing else is", arguments: infos.filter { $0.bad != nil }.map(\.code))
  func bad(code: String) throws {
    let info = try #require(RuleCatalog.rule(code))
    let example = try #require(info.bad)
    let marked = MarkedText(example.text)
    let found = ExampleRun.diagnostics(of: example, text: marked.text)
    let mine = found.filter { $0.code == code }
    #expect(mine.count == 1, "\(found.map { "\($0.location.short) \($0.code) \($0.message)" })")
    #expect(
      found.count == mine.count,
      "unexpected: \(found.filter { $0.code != code }.map { "\($0.location.short) \($0.code) \($0.message)" })")
    guard let one = mine.first, let place = marked.range else { return }
    let index = LineIndex(Array(marked.text.utf8))
    let start = index.position(of: place.lowerBound)
    let end = index.position(of: place.upperBound)
    #expect(one.location.line == start.line && one.location.column == start.column, "\(one.location)")
    #expect(one.location.endLine == end.line && one.location.endColumn == end.column, "\(one.location)")
    #expect(one.severity == info.severity)
  }

  @Test("a good example has no finding", arguments: infos.filter { $0.good != nil }.map(\.code))
  func good(code: String) throws {
    let info = try #require(RuleCatalog.rule(code))
    let example = try #require(info.good)
    let found = ExampleRun.diagnostics(of: example, text: MarkedText(example.text).text)
    #expect(found.isEmpty, "\(found.map { "\($0.location.short) \($0.code) \($0.message)" })")
  }

  @Test("a fix mends its finding", arguments: infos.filter { $0.bad != nil && $0.fix != .none }.map(\.code))
  func fix(code: String) throws {
    let info = try #require(RuleCatalog.rule(code))
    let example = try #require(info.bad)
    let text = MarkedText(example.text).text
    let one = try #require(ExampleRun.diagnostics(of: example, text: text).first { $0.code == code })
    let fix = try #require(one.fix, "the rule says it has a fix")
    #expect(fix.safe == (info.fix == .safe))
    var bytes = Array(text.utf8)
    for edit in fix.edits.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
      bytes.replaceSubrange(edit.bytes, with: Array(edit.text.utf8))
    }
    let after = ExampleRun.diagnostics(of: example, text: String(decoding: bytes, as: UTF8.self))
    #expect(!after.contains { $0.code == code }, "\(String(decoding: bytes, as: UTF8.self))")
  }
}
