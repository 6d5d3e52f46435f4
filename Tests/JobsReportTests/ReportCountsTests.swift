import JobsCore
import JobsReport
import Testing

@Suite("The line at the end")
struct ReportCountsTests {
  private static func counts(_ change: (inout ReportCounts) -> Void) -> ReportCounts {
    var counts = ReportCounts()
    change(&counts)
    return counts
  }

  @Test("What was looked at and found is counted in words")
  func words() {
    let table: [(ReportCounts, String)] = [
      (ReportCounts(), "0 jobs in 0 files: no faults"),
      (Self.counts { ($0.jobs, $0.files) = (1, 1) }, "1 job in 1 file: no faults"),
      (
        Self.counts { ($0.jobs, $0.files, $0.errors, $0.warnings, $0.fixable) = (12, 9, 3, 1, 2) },
        "12 jobs in 9 files: 3 errors, 1 warning (2 fixable with --fix)"
      ),
      (Self.counts { ($0.jobs, $0.files, $0.errors) = (2, 1, 1) }, "2 jobs in 1 file: 1 error"),
      (Self.counts { $0.streamed = 0 }, "0 jobs of the stream: no faults"),
      (Self.counts { ($0.streamed, $0.errors) = (1, 1) }, "1 job of the stream: 1 error"),
      (
        Self.counts { ($0.jobs, $0.files, $0.notJobs, $0.streamed) = (2, 3, 2, 4) },
        "2 jobs in 3 files (2 are no jobs) and 4 of the stream: no faults"
      ),
      (Self.counts { ($0.files, $0.infos, $0.notJobs) = (3, 2, 1) }, "0 jobs in 3 files (1 is no job): 2 info"),
      (Self.counts { ($0.files, $0.notJobs) = (3, 3) }, "0 jobs in 3 files (3 are no jobs): no faults"),
      (
        Self.counts { ($0.warnings, $0.fixable, $0.unsafelyFixable, $0.suppressed) = (5, 1, 2, 4) },
        "0 jobs in 0 files: 5 warnings (1 fixable with --fix; 2 more with --unsafe-fixes; 4 suppressed)"
      ),
      (
        Self.counts { ($0.warnings, $0.unsafelyFixable) = (1, 1) },
        "0 jobs in 0 files: 1 warning (1 fixable with --unsafe-fixes)"
      ),
    ]
    for (counts, words) in table { #expect(counts.summary == words) }
  }

  @Test("Diagnostics are counted by severity and by what mends them")
  func adding() {
    var counts = ReportCounts()
    for severity in Diagnostic.Severity.allCases {
      var diagnostic = Diagnostic("A1", severity, "f", 1, 1)
      counts.add(diagnostic)
      diagnostic.fix = Diagnostic.Fix(safe: severity == .error, edits: [])
      counts.add(diagnostic)
    }
    #expect((counts.errors, counts.warnings, counts.infos) == (2, 2, 2))
    #expect((counts.fixable, counts.unsafelyFixable) == (1, 2))
  }

  @Test("The summary takes the colour of the worst")
  func color() {
    let terminal = Terminal(isTerminal: true, usesColor: true, usesUnicode: false, width: 80)
    let report = HumanReport(terminal: terminal, excerpts: .none)
    #expect(report.summary(Self.counts { $0.errors = 1 }).hasPrefix("\u{1B}[1;31m"))
    #expect(report.summary(Self.counts { $0.warnings = 1 }).hasPrefix("\u{1B}[1;33m"))
    #expect(report.summary(ReportCounts()).hasPrefix("\u{1B}[1;32m"))
    #expect(HumanReport(terminal: .plain, excerpts: .none).summary(ReportCounts()) == "0 jobs in 0 files: no faults\n")
  }
}
