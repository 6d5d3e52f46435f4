import JobsStore

/// How an engine runs jobs.
package struct EngineOptions: Sendable {
  /// The most runs at once; at least 1.
  package var parallelism = 1
  /// The most bytes of each stream that are kept in memory while a run lasts, one half from its beginning and one
  /// from its end.
  package var memoryLimit = 1 << 20
  /// The most bytes of each stream that are kept in its file: its beginning, and its end up to half of `memoryLimit`.
  package var fileLimit = 64 << 20
  /// The folder of output files, one folder a day beneath; nil to keep none.
  package var outputFolder: String?
  /// The folder of the locks that runs of all processes share by name; nil to share none.
  package var lockFolder: String?
  /// How long pipes that a job's background processes hold are read after the job's own end.
  package var drain: Duration = .seconds(2)

  /// Whether the kernel is asked to report the end of a process; without, it is looked for 50 times a second.
  var usesPidfd = true

  package init() {}

  /// The files of a run's streams; nil where none are kept.
  func paths(_ execution: ULID) -> OutputPaths? { outputFolder.map { OutputPaths(execution, in: $0) } }
}
