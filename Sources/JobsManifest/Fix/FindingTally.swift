package import JobsCore

/// How often each finding stands in a file, by which two versions of the file are compared.
///
/// Places do not count: an edit moves everything behind it.
package struct FindingTally: Sendable {
  package struct Key: Hashable, Sendable {
    package var code: String
    package var message: String

    package init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      message = diagnostic.message
    }
  }

  private var all: [Key: Int] = [:]
  private var errors: [Key: Int] = [:]
  private let jobCount: Int
  private let isUnusable: Bool

  package init(_ report: FileReport) {
    for diagnostic in report.diagnostics {
      all[Key(diagnostic), default: 0] += 1
      if diagnostic.severity == .error { errors[Key(diagnostic), default: 0] += 1 }
    }
    jobCount = report.jobs.count
    isUnusable = report.isUnusable
  }

  /// Whether a file that was found like this became better: the mended findings went, no error came, no job was lost.
  package func isImproved(by after: FindingTally, mending mended: [Key]) -> Bool {
    guard after.jobCount >= jobCount, isUnusable || !after.isUnusable else { return false }
    guard after.errors.allSatisfy({ $0.value <= errors[$0.key, default: 0] }) else { return false }
    let due = mended.reduce(into: [Key: Int]()) { $0[$1, default: 0] += 1 }
    return due.allSatisfy { after.all[$0.key, default: 0] <= all[$0.key, default: 0] - $0.value }
  }
}
