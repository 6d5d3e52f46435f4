import JobsCore
package import JobsStore

extension StateDirectory {
  /// The file that holds what an execution wrote, or will hold it: while a run lasts, its row has no path yet, and that
  /// of a run that was lost never gets one.
  ///
  /// nil for an execution that never started, or wrote nothing.
  package func outputFile(of execution: Execution, _ stream: RunEvent.Stream) -> String? {
    let known = stream == .stdout ? execution.stdout : execution.stderr
    if let path = known.path { return path }
    return [.running, .lost].contains(execution.state) ? OutputPaths(execution.id, in: output)[stream] : nil
  }
}

/// The files of a run's two streams below a folder: `FOLDER/2026-11-21/01JD….stdout`, by the day of the execution's id,
/// so that everybody knows them at any time.
struct OutputPaths: Sendable {
  private let stem: String

  init(_ execution: ULID, in folder: String) {
    stem = "\(folder)/\(Instant(milliseconds: execution.milliseconds).rfc3339.prefix(10))/\(execution)."
  }

  subscript(stream: RunEvent.Stream) -> String { stem + stream.rawValue }
}
