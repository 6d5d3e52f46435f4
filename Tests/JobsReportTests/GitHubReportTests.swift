import JobsCore
import JobsReport
import Testing

@Suite("Annotations for GitHub")
struct GitHubReportTests {
  private func lines(_ diagnostics: [Diagnostic]) -> [String] {
    var counts = ReportCounts()
    for diagnostic in diagnostics { counts.add(diagnostic) }
    let text = String(decoding: GitHubReport().bytes(diagnostics, counts), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("A fault is one command with its place, its code and its words")
  func command() {
    var diagnostic = Diagnostic("ST104", "jobs/a.yaml", 3, 5)
    diagnostic.hint = "try"
    diagnostic.environments = ["dev", "prod"]
    #expect(
      lines([diagnostic]) == [
        "::error file=jobs/a.yaml,line=3,endLine=3,col=5,endColumn=8,title=ST104"
          + "::message of ST104 (dev, prod)%0Ahelp: try",
        "0 jobs in 0 files: 1 error", "",
      ])
  }

  @Test("Columns are left out for a span over several lines")
  func span() {
    let place = Location(file: "a", line: 1, column: 2, endLine: 3, endColumn: 4)
    #expect(lines([Diagnostic("A1", .info, at: place)])[0] == "::notice file=a,line=1,endLine=3,title=A1::m")
  }

  @Test("Nothing in a text can end a command or begin another")
  func escaping() {
    let place = Location(file: "a,b:c%\r\n::error::x.yaml", line: 1, column: 1, endLine: 1, endColumn: 1)
    let shown = lines([Diagnostic("A1", at: place, "100 %\r\n::stop-commands::x, y: z \u{1B}[0m")])
    #expect(
      shown[0]
        == "::error file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Ax.yaml,line=1,endLine=1,col=1,endColumn=1,title=A1"
        + "::100 %25%0D%0A::stop-commands::x, y: z \\u{1b}[0m")
    #expect(shown.count == 3)
  }

  @Test("Errors come first, then in source order, and what GitHub hides is said")
  func order() {
    let errors = (1...13).map { Diagnostic("E\($0)", .error, "z", $0, 1) }
    let warnings = (1...10).map { Diagnostic("W\($0)", .warning, "a", $0, 1) }
    let shown = lines((warnings + errors).reversed())
    #expect(shown.prefix(13).allSatisfy { $0.hasPrefix("::error file=z,") })
    #expect(shown[0].hasSuffix("message of E1") && shown[12].hasSuffix("message of E13"))
    #expect(shown[13..<23].allSatisfy { $0.hasPrefix("::warning file=a,") })
    #expect(
      Array(shown[23...]) == [
        "0 jobs in 0 files: 13 errors, 10 warnings",
        "only in this log, since GitHub shows 10 of a kind: 3 of 13 errors", "",
      ])
  }
}
