import JobsCore
import Testing

@testable import JobsManifest

@Suite("The plan of a pass")
struct FixPlanTests {
  private static let bytes = Array("0123456789".utf8)

  private static func finding(_ edits: [(Range<Int>, String)], file: String = "f", safe: Bool = true) -> Diagnostic {
    let edits = edits.map { Diagnostic.Edit(location: .start(of: file), bytes: $0, text: $1) }
    return Diagnostic(
      code: "XX1", severity: .error, message: "m", location: .start(of: file),
      fix: Diagnostic.Fix(safe: safe, edits: edits))
  }

  private static func result(_ findings: [Diagnostic], unsafe: Bool = false, of bytes: [UInt8] = bytes) -> String {
    let plan = FixPlan(findings, of: bytes, path: "f", unsafe: unsafe)
    return String(decoding: plan.applying(plan.candidates, to: bytes), as: UTF8.self)
  }

  @Test("edits are made in source order, whatever the order of the findings")
  func order() {
    #expect(Self.result([Self.finding([(8..<9, "x")]), Self.finding([(0..<1, "ab"), (4..<6, "")])]) == "ab12367x9")
  }

  @Test("of patches that touch, the first one is made")
  func touching() {
    #expect(Self.result([Self.finding([(2..<5, "x")]), Self.finding([(4..<6, "y")])]) == "01x56789")
    #expect(Self.result([Self.finding([(3..<3, "x")]), Self.finding([(3..<3, "y")])]) == "012x3456789")
    #expect(Self.result([Self.finding([(2..<4, "x")]), Self.finding([(4..<4, "y")])]) == "01x456789")
    #expect(Self.result([Self.finding([(2..<4, "x")]), Self.finding([(4..<5, "y")])]) == "01xy56789")
  }

  @Test("equal patches of several findings are one, which has to mend them all")
  func equal() {
    let plan = FixPlan(
      [Self.finding([(1..<2, "x")]), Self.finding([(1..<2, "x")])], of: Self.bytes, path: "f", unsafe: false)
    #expect(plan.candidates.count == 1)
    #expect(plan.candidates.first?.findings.count == 2)
  }

  @Test("what reaches out of the file, or lies over itself, is no patch")
  func invalid() {
    let text = String(decoding: Self.bytes, as: UTF8.self)
    #expect(Self.result([Self.finding([(5..<11, "x")])]) == text)
    #expect(Self.result([Self.finding([(1..<2, "x")], file: "other")]) == text)
    #expect(Self.result([Self.finding([(4..<6, "x"), (5..<7, "y")])]) == text)
    #expect(Self.result([Self.finding([])]) == text)
    #expect(Self.result([Self.finding([(1..<2, "x")], safe: false)]) == text)
    #expect(Self.result([Self.finding([(1..<2, "x")], safe: false)], unsafe: true) == "0x23456789")
  }

  @Test("a patch's line breaks become the file's")
  func lineBreaks() {
    let crlf = Array("a\r\nb\r\n".utf8)
    #expect(Self.result([Self.finding([(3..<3, "x\ny\r\n")])], of: crlf) == "a\r\nx\r\ny\r\nb\r\n")
    #expect(Self.result([Self.finding([(2..<2, "x\n")])], of: Array("a\nb\n".utf8)) == "a\nx\nb\n")
  }
}
