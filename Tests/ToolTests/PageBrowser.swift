import Glibc
import TestSupport
import Testing

/// Debian's Chromium, and what `.ci/setup-cost` puts into the user's cache to drive it.
enum PageBrowser {
  private static let python = "\(Emulator.cache)/browser-1.65.2-0.1.8/bin/python"
  static let isThere = access(python, X_OK) == 0 && access("/usr/bin/chromium", X_OK) == 0
  static let absence: Comment = "Chromium or what drives it is not there: install 'chromium' and run .ci/setup-cost"

  /// What is wrong with a page, a line for each fault.
  static func faults(of file: String) async throws -> String {
    let script =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/Browser/open-page"
    return try await aside {
      let found = Tool.shell("'\(python)' '\(script)' '\(file)'", in: ToolFolder())
      return found.status == 0 ? found.stdout : "status \(found.status): \(found.stderr)"
    }
  }
}
