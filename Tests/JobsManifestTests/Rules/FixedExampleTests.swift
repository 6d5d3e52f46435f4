import JobsCore
import JobsManifest
import Testing

/// A fix of these rules brings no other finding with it.
@Suite struct FixedExampleTests {
  private static let groups: [RuleInfo.Group] = [.jobs, .cloudrun, .aws, .images, .jobfile, .crontopus]
  private static let codes = RuleCatalog.all.map { $0.info }
    .filter { groups.contains($0.group) && $0.bad != nil && $0.fix != .none }.map(\.code)

  @Test("the mended example has no finding", arguments: codes)
  func mended(code: String) throws {
    let example = try #require(RuleCatalog.rule(code)?.bad)
    let text = MarkedText(example.text).text
    let fix = try #require(ExampleRun.diagnostics(of: example, text: text).first { $0.code == code }?.fix)
    var bytes = Array(text.utf8)
    for edit in fix.edits.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
      bytes.replaceSubrange(edit.bytes, with: Array(edit.text.utf8))
    }
    let mended = String(decoding: bytes, as: UTF8.self)
    let found = ExampleRun.diagnostics(of: example, text: mended)
    #expect(found.isEmpty, "\(found.map { "\($0.location.short) \($0.code) \($0.message)" })\n\(mended)")
  }
}
