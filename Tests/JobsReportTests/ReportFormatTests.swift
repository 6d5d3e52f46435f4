import JobsCore
import JobsReport
import Testing

@Suite("Choosing a report")
struct ReportFormatTests {
  @Test(
    "FORMAT=FILE is read; the file may hold more signs of equality",
    arguments: [
      ("sarif=out.sarif", ReportFormat.sarif, "out.sarif"), ("junit=a=b.xml", .junit, "a=b.xml"),
      ("json=-", .json, "-"),
      ("human=/dev/stderr", .human, "/dev/stderr"), ("ndjson=x", .ndjson, "x"), ("github=x", .github, "x"),
    ])
  func reads(_ text: String, _ format: ReportFormat, _ file: String) throws {
    #expect(try ReportTarget(parsing: text) == ReportTarget(format: format, file: file))
  }

  @Test(
    "Anything else is a wrong usage that says what is right",
    arguments: [
      ("sarif", "the report 'sarif' is not FORMAT=FILE"), ("sarif=", "the report 'sarif=' is not FORMAT=FILE"),
      ("", "the report '' is not FORMAT=FILE"), ("SARIF=x", "the report format 'SARIF' is unknown"),
      ("xml\u{1B}=x", "the report format 'xml\\u{1b}' is unknown"), ("=x", "the report format '' is unknown"),
    ])
  func refuses(_ text: String, _ message: String) {
    let failure = #expect(throws: Failure.self) { try ReportTarget(parsing: text) }
    #expect(failure?.message == message)
    #expect(failure?.hint != nil)
    #expect(failure?.exitStatus.rawValue == 2)
  }

  @Test("Formats that end a stream with one document are told from those that grow")
  func whole() {
    #expect(ReportFormat.allCases.filter(\.isWhole) == [.sarif, .github, .junit])
  }
}
