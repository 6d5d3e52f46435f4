import JobsCore
import JobsReport
import Testing

@Suite("JUnit")
struct JUnitReportTests {
  private func document(
    _ files: [CheckedFile], _ diagnostics: [Diagnostic], from threshold: Diagnostic.Severity = .error
  ) -> String {
    String(
      decoding: JUnitReport(tool: "jobs-validate", failingFrom: threshold).bytes(files, diagnostics), as: UTF8.self)
  }

  @Test("Every file is a suite, with a case for itself and for each job, also without fault")
  func suites() {
    var second = Diagnostic("A2", "b.yaml", 3, 1, job: "-/prod/b")
    second.hint = "do <this>"
    second.environments = ["prod"]
    let files = [CheckedFile(path: "b.yaml", jobs: ["-/prod/b", "-/prod/c"]), CheckedFile(path: "a.yaml")]
    let found = [
      second, Diagnostic("A1", "b.yaml", 1, 1, job: "-/prod/b"),
      Diagnostic("A3", .warning, "b.yaml", 9, 1, job: "-/prod/c"),
      Diagnostic("A4", "only.yaml", 1, 1),
    ]
    #expect(
      document(files, found) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jobs-validate" tests="5" failures="2" errors="0">
          <testsuite name="a.yaml" tests="1" failures="0" errors="0" skipped="0">
            <testcase classname="a.yaml" name="a.yaml"/>
          </testsuite>
          <testsuite name="b.yaml" tests="3" failures="1" errors="0" skipped="0">
            <testcase classname="b.yaml" name="b.yaml"/>
            <testcase classname="b.yaml" name="-/prod/b">
              <failure type="A1" message="message of A1 (and 1 more)">b.yaml:1:1: error[A1]: message of A1
        b.yaml:3:1: error[A2]: message of A2
        environments: prod
        help: do &lt;this&gt;
        </failure>
            </testcase>
            <testcase classname="b.yaml" name="-/prod/c">
              <system-out>b.yaml:9:1: warning[A3]: message of A3
        </system-out>
            </testcase>
          </testsuite>
          <testsuite name="only.yaml" tests="1" failures="1" errors="0" skipped="0">
            <testcase classname="only.yaml" name="only.yaml">
              <failure type="A4" message="message of A4">only.yaml:1:1: error[A4]: message of A4
        </failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("The threshold says what fails", arguments: [(Diagnostic.Severity.info, 3), (.warning, 2), (.error, 1)])
  func threshold(_ severity: Diagnostic.Severity, _ failures: Int) {
    let found = Diagnostic.Severity.allCases.map { Diagnostic("A", $0, "\($0).yaml", 1, 1) }
    #expect(document([], found, from: severity).contains("tests=\"3\" failures=\"\(failures)\""))
  }

  @Test("Nothing that was looked at is a document all the same")
  func empty() {
    #expect(document([], []).contains("tests=\"0\" failures=\"0\" errors=\"0\">\n</testsuites>\n"))
  }

  @Test("No text can break the document, and no character stands in it that XML forbids")
  func escaping() {
    let file = "a\"<&>\n\u{1}\u{FFFE}é😀.yaml"
    let text = document([CheckedFile(path: file)], [Diagnostic("A", at: .start(of: file), "]]> \u{0}\u{1B} \r\n\t<b>")])
    #expect(text.contains("name=\"a&quot;&lt;&amp;&gt;&#10;\u{FFFD}\u{FFFD}é😀.yaml\""))
    #expect(text.contains("message=\"]]&gt; \u{FFFD}\u{FFFD} &#13;&#10;&#9;&lt;b&gt;\""))
    #expect(text.contains("]]&gt; \u{FFFD}\u{FFFD} &#13;\n\t&lt;b&gt;\n</failure>"))
    let control = text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" }
    #expect(!control)
  }
}
