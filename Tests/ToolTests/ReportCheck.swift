import Glibc
import TestSupport
import Testing

/// What `.ci/setup-audit` puts into the user's cache to hold reports against.
enum ReportCheck {
  private static let python = "\(Emulator.cache)/audit-reports-0.3.0-0.10.0/bin/python"
  static let isThere = access(python, X_OK) == 0
  static let absence: Comment = "what reports are held against is not there: run .ci/setup-audit"

  /// What is wrong with a report, a line for each fault.
  ///
  /// - Parameter kind: `sarif` or `ocsf`.
  static func faults(of file: String, _ kind: String) async throws -> String {
    let script =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/Reports/check-report"
    return try await aside {
      let found = Tool.shell("'\(python)' '\(script)' \(kind) '\(file)'", in: ToolFolder())
      return found.status == 0 ? found.stdout : "status \(found.status): \(found.stderr)"
    }
  }
}
