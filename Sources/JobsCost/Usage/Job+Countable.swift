import JobsCore
package import JobsManifest

extension Job {
  /// What of it is no figure that a job can have, as `'tasks' is -1`; nil where all of them are. Manifests are checked when they
  /// are read; records of a stream may be anybody's.
  package var uncountable: String? {
    let most = 1 << 31
    let second = 31_536_000
    let figures: [(name: String, value: Int?, range: ClosedRange<Int>)] = [
      ("cpuMillis", resources.cpuMillis, 0...most), ("memoryBytes", resources.memoryBytes, 0...1 << 50),
      ("gpu", resources.gpu, 0...most), ("tasks", resources.tasks, 0...most),
      ("parallelism", resources.parallelism, 0...most), ("attempts", limits.retry?.attempts, 0...most),
      ("durationSeconds", expect?.durationSeconds, 0...second), ("p90Seconds", expect?.p90Seconds, 0...second),
    ]
    for figure in figures {
      if let value = figure.value, !figure.range.contains(value) { return "'\(figure.name)' is \(value)" }
    }
    return nil
  }
}
