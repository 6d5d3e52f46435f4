package import JobsCore

/// What a run looked at and found, for the line at the end of a report.
package struct ReportCounts: Hashable, Sendable {
  package var jobs = 0
  /// Jobs that came as records of a stream; nil where none was read.
  package var streamed: Int?
  /// Files that were read.
  package var files = 0
  /// Files among them that are no jobs and were only met by walking.
  package var notJobs = 0
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  /// Faults with a safe fix.
  package var fixable = 0
  /// Faults whose fix is not safe.
  package var unsafelyFixable = 0
  /// Faults that a baseline or a remark in the file hides.
  package var suppressed = 0

  package init() {}

  /// Counts one diagnostic that is reported.
  package mutating func add(_ diagnostic: Diagnostic) {
    switch diagnostic.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    }
    guard let fix = diagnostic.fix else { return }
    if fix.safe { fixable += 1 } else { unsafelyFixable += 1 }
  }

  /// One line: `12 jobs in 9 files: 3 errors, 1 warning (2 fixable with --fix)`.
  package var summary: String {
    var found: [String] = []
    if errors > 0 { found.append(quantity(errors, "error")) }
    if warnings > 0 { found.append(quantity(warnings, "warning")) }
    if infos > 0 { found.append("\(infos) info") }
    var remarks: [String] = []
    if fixable > 0 { remarks.append("\(fixable) fixable with --fix") }
    if unsafelyFixable > 0 {
      remarks.append("\(unsafelyFixable) \(fixable > 0 ? "more" : "fixable") with --unsafe-fixes")
    }
    if suppressed > 0 { remarks.append("\(suppressed) suppressed") }
    var text = "\(inputs): \(found.isEmpty ? "no faults" : found.joined(separator: ", "))"
    if !remarks.isEmpty { text += " (\(remarks.joined(separator: "; ")))" }
    return text
  }

  /// What was looked at: `2 jobs in 1 file`, `3 jobs of the stream`, or both.
  private var inputs: String {
    if let streamed, files == 0 { return "\(quantity(streamed, "job")) of the stream" }
    var text = "\(quantity(jobs, "job")) in \(quantity(files, "file"))"
    if notJobs > 0 { text += " (\(notJobs) \(notJobs == 1 ? "is no job" : "are no jobs"))" }
    if let streamed { text += " and \(streamed) of the stream" }
    return text
  }
}
