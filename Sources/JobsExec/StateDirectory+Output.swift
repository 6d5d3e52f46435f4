import Glibc
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

  /// Removes what an execution wrote, as far as it is in this folder.
  func removeOutput(of execution: Execution) {
    guard execution.started != nil || execution.state == .lost else { return }
    let paths = OutputPaths(execution.id, in: output)
    for stream in RunEvent.Stream.allCases {
      unlink(paths[stream])
      unlink(OutputTimes.path(of: paths[stream]))
    }
  }

  /// The execution to which a file in the folder of a day belongs; nil for one that is none of ours.
  static func execution(ofOutput name: String) -> ULID? {
    let isOurs = RunEvent.Stream.allCases.contains { stream in
      let output = ".\(stream.rawValue)"
      return name.dropFirst(26) == output || name.dropFirst(26) == OutputTimes.path(of: output)
    }
    return isOurs ? ULID(name.prefix(26)) : nil
  }

  /// The name of the folder of a day, by a time in milliseconds since the epoch.
  static func day(_ time: Int64) -> String { String(Instant(milliseconds: time).rfc3339.prefix(10)) }
}

/// The files of a run's two streams below a folder: `FOLDER/2026-11-21/01JD….stdout`, by the day of the execution's id,
/// so that everybody knows them at any time.
struct OutputPaths: Sendable {
  private let stem: String

  init(_ execution: ULID, in folder: String) {
    stem = "\(folder)/\(StateDirectory.day(execution.milliseconds))/\(execution)."
  }

  subscript(stream: RunEvent.Stream) -> String { stem + stream.rawValue }
}
