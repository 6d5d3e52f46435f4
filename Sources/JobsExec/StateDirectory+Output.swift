import JobsCore
package import JobsStore

extension StateDirectory {
  /// The file that holds what an execution wrote, or will hold it: while a run lasts, its row has no path yet.
  ///
  /// nil for an execution that never started, or wrote nothing.
  package func outputFile(of execution: Execution, _ stream: RunEvent.Stream) -> String? {
    let known = stream == .stdout ? execution.stdout : execution.stderr
    if let path = known.path { return path }
    guard execution.state == .running, let started = execution.started else { return nil }
    return "\(output)/\(Instant(milliseconds: started).rfc3339.prefix(10))/\(execution.id).\(stream.rawValue)"
  }
}
