import JobsCommand
import JobsCore

/// What `--fix` mended, and what it could not write.
struct FixTotals {
  var findings = 0
  var files = 0
  var failures: [Failure] = []

  /// `mended 3 findings in 2 files`.
  func sentence(willMend: Bool = false) -> String {
    let what = "\(findings) \(findings == 1 ? "finding" : "findings") in \(files) \(files == 1 ? "file" : "files")"
    if willMend { return files == 0 ? "nothing can be mended" : "\(what) can be mended by --fix" }
    return files == 0 ? "nothing was mended" : "mended \(what)"
  }

  /// Names each file that could not be written; nil where there is none.
  func failureStatus() -> ExitStatus? {
    for failure in failures { Entry.say("jobs-validate", failure.message, hint: failure.hint) }
    guard !failures.isEmpty else { return nil }
    return files > 0 ? .partial : .world
  }
}
