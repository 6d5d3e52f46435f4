import JobsCore
import JobsReport
import Testing

@Suite("Patches as people see them")
struct FixPreviewTests {
  /// The lines from `help:` on.
  private func patch(_ sample: Sample, _ texts: [String]) -> String {
    var diagnostic = Diagnostic("A1", at: sample.places[0])
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: texts.indices.map { sample.edit($0, texts[$0]) })
    let text = HumanReport(terminal: .plain, excerpts: sample.excerpts()).text(of: diagnostic)
    return text.firstRange(of: "help: ").map { String(text[$0.lowerBound...]) } ?? ""
  }

  @Test(
    "Each kind of edit is shown by the lines it changes and no others",
    arguments: [
      ("a\nb⟦⟧\nc\n", ["!"], "help: add\n  |\n2 - b\n2 + b!\n\n"),
      ("a\nb\n⟦⟧c\n", ["new\n"], "help: add\n  |\n3 + new\n\n"),
      ("a\n⟦b\n⟧c\n", [""], "help: remove\n  |\n2 - b\n\n"), ("a\n⟦b\n⟧", [""], "help: remove\n  |\n2 - b\n\n"),
      ("a: ⟦1⟧ x\n", [""], "help: remove\n  |\n1 - a: 1 x\n1 + a:  x\n\n"),
      ("⟦a⟧: ⟦1⟧\n", ["b", "2"], "help: replace with\n  |\n1 - a: 1\n1 + b: 2\n\n"),
      (
        "⟦a⟧: 1\nx\ny\n⟦b⟧: 1\n", ["A", "B"], "help: replace with\n  |\n1 - a: 1\n1 + A: 1\n...\n4 - b: 1\n4 + B: 1\n\n"
      ),
      ("⟦a\nb⟧\nc\n", ["x\r\ny\r\nz"], "help: replace with\n  |\n1 - a\n2 - b\n1 + x\n2 + y\n3 + z\n\n"),
      ("a⟦b\nc⟧d⟦e⟧\n", ["-", "\u{1B}"], "help: replace with\n  |\n1 - ab\n2 - cde\n1 + a-d\\u{1b}\n\n"),
      ("⟦a⟧\n", ["a"], ""),
    ] as [(String, [String], String)])
  func kinds(_ marked: String, _ texts: [String], _ expected: String) {
    #expect(patch(Sample(marked), texts) == (expected.isEmpty ? "help: replace with\n  |\n\n" : expected))
  }

  @Test("A long patch is cut after a dozen lines")
  func long() {
    let text = (1...30).map { "line \($0)\n" }.joined()
    let shown = patch(Sample("a\n⟦⟧b\n"), [text])
    #expect(shown.contains("+ line 12\n...\n") && !shown.contains("line 13"))
  }

  @Test("A patch of another file names it")
  func otherFile() {
    let sample = Sample("⟦a⟧: 1\n")
    var diagnostic = Diagnostic("A1", at: .start(of: "other.yaml"))
    diagnostic.fix = Diagnostic.Fix(safe: true, edits: [sample.edit(0, "b")])
    let text = HumanReport(terminal: .plain, excerpts: sample.excerpts()).text(of: diagnostic)
    #expect(text.contains("help: replace with\n ::: jobs/a.yaml\n  |\n1 - a: 1\n1 + b: 1\n"))
  }
}
