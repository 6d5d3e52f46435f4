import JobsCore
@testable import JobsManifest
import Testing

@Suite("accepting findings") struct SuppressionTests {
  private static let wrong = ExampleText.job("  command: [/bin/true]\n  env: {A: yes}\n")

  @Test("a comment with a reason takes a finding away, on its line or above it")
  func comments() {
    let behind = Self.wrong.replacing("{A: yes}", "{A: yes} # jobs-validate: ignore RD210 it is a name")
    let above = Self.wrong.replacing("  env:", "  # jobs-validate: ignore RD210 it is a name\n  env:")
    #expect(Checked(behind).codes.isEmpty && Checked(behind).report.suppressedCount == 1)
    #expect(Checked(above).codes.isEmpty)
  }

  @Test("a comment without a reason, or for another rule, takes nothing away")
  func useless() {
    #expect(
      Checked(Self.wrong.replacing("{A: yes}", "{A: yes} # jobs-validate: ignore RD210")).codes.sorted() == [
        "FI101", "RD210",
      ])
    #expect(
      Checked(Self.wrong.replacing("{A: yes}", "{A: yes} # jobs-validate: ignore ST101 why not")).codes == ["RD210"])
    #expect(
      Checked(Self.wrong.replacing("{A: yes}", "{A: yes} # jobs-validate: ignore XX999 why not")).codes.sorted() == [
        "FI101", "RD210",
      ])
  }

  @Test("a suppressed error lets the job go on")
  func emission() {
    let text = ExampleText.job("  command: [/bin/true]\n  foo: 1 # jobs-validate: ignore ST101 for another tool\n")
    #expect(Checked(text).lines.count == 1)
  }

  @Test("a baseline covers its finding wherever it moves, until its day or until the value changes")
  func baseline() throws {
    let found = Checked(Self.wrong).report.diagnostics
    func check(_ text: String, expires: String) throws -> [String] {
      let baseline = try BaselineFile.read(BaselineFile.text(found, expires: expires), path: "b.json")
      return Checked(text) { $0.baseline = baseline }.codes
    }
    #expect(try check(Self.wrong, expires: "2026-11-21").isEmpty)
    #expect(try check("# moved\n\n" + Self.wrong, expires: "2027-01-01").isEmpty)
    #expect(try check(Self.wrong, expires: "2026-11-20") == ["RD210"])
    #expect(try check(Self.wrong.replacing("yes", "no"), expires: "2027-01-01") == ["RD210"])
  }

  @Test(
    "a file that is no baseline is refused",
    arguments: ["", "[]", "{\"version\":2,\"findings\":[]}", "{\"version\":1,\"findings\":[{}]}"])
  func malformed(text: String) {
    #expect(throws: Failure.self) { try BaselineFile.read(Array(text.utf8), path: "b.json") }
  }

  @Test("rules are chosen by code or its beginning")
  func selection() {
    let selection = RuleSelection(selected: ["ST", "RD210"], ignored: ["ST101"])
    #expect(
      selection.includes("ST102") && selection.includes("RD210") && !selection.includes("ST101")
        && !selection.includes("SC101"))
    #expect(RuleSelection(selected: ["QQ"]).unknown(among: ["ST101"]) == ["QQ"])
  }
}
