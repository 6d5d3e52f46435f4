package import JobsCore
package import JobsStore

/// What a run writes that is not a process of this host, kept as if it were one: in memory the beginning and the end, and in
/// the files of its execution.
package final class KeptOutput {
  private let streams: [RunEvent.Stream: RunStream]

  package init(_ execution: ULID, _ options: EngineOptions) {
    let paths = options.paths(execution)
    streams = Dictionary(
      uniqueKeysWithValues: RunEvent.Stream.allCases.map { ($0, RunStream(pipe: nil, path: paths?[$0], options)) })
  }

  /// - Parameter time: when they were written, in milliseconds since the epoch.
  package func append(_ bytes: ArraySlice<UInt8>, to stream: RunEvent.Stream, at time: Int64) {
    streams[stream]?.append(bytes, at: time)
  }

  /// What is kept in memory of a stream.
  package func kept(_ stream: RunEvent.Stream) -> HeadTail { streams[stream]?.kept ?? HeadTail(limit: 0) }

  /// Closes the files, and says in a row what they hold.
  ///
  /// - Returns: why they do not hold all; nil where they do.
  package func finish(_ execution: inout Execution) -> Failure? {
    var failure: Failure?
    for stream in RunEvent.Stream.allCases {
      guard let (row, fault) = streams[stream]?.finish() else { continue }
      switch stream {
      case .stdout: execution.stdout = row
      case .stderr: execution.stderr = row
      }
      failure = failure ?? fault
    }
    return failure
  }
}
