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
    return [.running, .lost].contains(execution.state) ? execution.outputFile(in: output, stream) : nil
  }
}

extension Execution {
  /// The file of a stream below a folder: `FOLDER/2026-11-21/01JD….stdout`, by the day of the start; nil before that.
  func outputFile(in folder: String, _ stream: RunEvent.Stream) -> String? {
    started.map { "\(folder)/\(Instant(milliseconds: $0).rfc3339.prefix(10))/\(id).\(stream.rawValue)" }
  }
}
