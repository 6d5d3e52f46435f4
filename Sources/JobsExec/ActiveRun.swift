import CLinux
import JobsCore
import JobsStore

/// One output stream of a run: our end of its pipe, what is kept of it, and its file.
final class RunStream {
  /// nil once the end was reached or the pipe was given up.
  var pipe: FileDescriptor?
  var kept: HeadTail
  var file: OutputFile?

  init(pipe: FileDescriptor?, kept: HeadTail, file: OutputFile?) {
    self.pipe = pipe
    self.kept = kept
    self.file = file
  }

  /// - Parameter path: of its file; nil where none is kept.
  convenience init(pipe: FileDescriptor?, path: String?, _ options: EngineOptions) {
    self.init(
      pipe: pipe, kept: HeadTail(limit: options.memoryLimit),
      file: path.map {
        OutputFile(path: $0, limit: options.fileLimit, tailLimit: options.memoryLimit - options.memoryLimit / 2)
      })
  }

  /// Makes ready for bytes that wait in the pipe.
  func prepare() {
    guard let pipe, file?.exists == false, linux_readable_bytes(pipe.number) > 0 else { return }
    file?.open()
  }

  /// - Parameter time: when they were written, in milliseconds since the epoch; nil for now.
  func append(_ bytes: ArraySlice<UInt8>, at time: Int64? = nil) {
    // What was read is in no pipe any more: the sooner it is in the file, the less a kill can take away.
    file?.append(bytes, at: time)
    kept.append(bytes)
  }

  /// What the row says of the stream, with the file closed.
  func finish() -> (row: Execution.Stream, failure: Failure?) {
    file?.finish(kept)
    let path = file.flatMap { $0.exists ? $0.path : nil }
    let row = Execution.Stream(
      bytes: Int64(kept.total), kept: Int64(path == nil ? (file == nil ? kept.kept : 0) : file?.written ?? 0),
      path: path)
    return (row, file?.failure)
  }
}

/// A run whose process was started and is not yet waited for.
final class ActiveRun {
  /// Who sees how the process ends.
  enum Watcher {
    /// This process, whose child it is.
    case us
    /// A keeper of this process, by the number of its slot.
    case keeper(Keeper, slot: Int)
    /// A keeper whose client is gone, which notes it in its file.
    case file(KeeperFile, slot: Int)
  }

  let request: RunRequest
  var tree: ProcessTree
  let startedAt: Int64
  var watcher: Watcher
  /// nil on a kernel without them, where a keeper tells, and once the process has ended.
  var pidfd: FileDescriptor?
  /// Whether the loop reports its descriptors.
  var isWatched = false
  var execution: Execution
  var lifecycle: RunLifecycle
  let stdout: RunStream
  let stderr: RunStream
  /// Held until the run is over.
  var locks: [FileLock] = []
  var leaderEndedAt: Int64?
  /// How the process ended, where a keeper saw it.
  var end: KeptJob.End?
  /// Why nobody saw how the process ended.
  var lost: String?

  init(
    request: RunRequest, execution: Execution, pid: Int32, watcher: Watcher = .us, lifecycle: RunLifecycle,
    startedAt: Int64, stdout: RunStream, stderr: RunStream
  ) {
    self.request = request
    self.execution = execution
    self.watcher = watcher
    self.lifecycle = lifecycle
    self.startedAt = startedAt
    self.stdout = stdout
    self.stderr = stderr
    tree = ProcessTree(
      leader: pid, leaderStart: execution.process?.startTicks,
      mark: ProcessEnvironment.mark(of: execution.id))
  }

  /// Whether its end has to be looked for, since nobody will tell.
  var isPolled: Bool {
    guard leaderEndedAt == nil else { return false }
    return switch watcher {
    case .us: pidfd == nil
    case .keeper: false
    case .file: pidfd == nil || end != nil
    }
  }
}
