import Glibc
import JobsCommand
import JobsCore

extension JobInputs {
  /// Refuses what must not be acted on, before the first act.
  ///
  /// - Parameters:
  ///   - allowIncomplete: takes a stream without its `end`.
  ///   - allowFailed: leaves out jobs with errors.
  func checkForActing(
    allowIncomplete: Bool = false, allowFailed: Bool = false, _ errorTerminal: Terminal
  ) throws(Failure) {
    try stream?.checkForActing(allowIncomplete: allowIncomplete, allowFailed: allowFailed)
    guard let check else { return }
    if check.hasErrors {
      _ = FileBytes.writeAll(STDERR_FILENO, Array(check.report(errorTerminal).utf8))
    }
    if !check.openEnvironments.isEmpty {
      throw .usage(
        "the project has environments, and none is chosen",
        hint: "add --env with one of \(check.openEnvironments.joined(separator: ", "))")
    }
    guard !check.hasErrors || allowFailed else {
      throw .usage(
        "the manifests have errors, and nothing was run",
        hint: "mend them, or pass --allow-failed to leave those jobs out")
    }
  }
}
