import JobsCore
import JobsStore

/// One output stream of a run: our end of its pipe, what is kept of it, and its file.
final class RunStream {
  /// nil once the end was reached or the pipe was given up.
  var pipe: FileDescriptor?
  var kept: HeadTail
  var file: OutputFile?

  init(pipe: FileDescriptor, kept: HeadTail, file: OutputFile?) {
    self.pipe = pipe
    self.kept = kept
    self.file = file
  }

  func append(_ bytes: ArraySlice<UInt8>) {
    kept.append(bytes)
    file?.append(bytes)
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
  let request: RunRequest
  let tree: ProcessTree
  let startedAt: Int64
  /// nil on a kernel without them, and once the process has ended.
  var pidfd: FileDescriptor?
  var execution: Execution
  var lifecycle: RunLifecycle
  let stdout: RunStream
  let stderr: RunStream
  var leaderEndedAt: Int64?

  init(
    request: RunRequest, execution: Execution, process: LaunchedProcess, lifecycle: RunLifecycle, startedAt: Int64,
    stdout: RunStream, stderr: RunStream
  ) {
    self.request = request
    self.execution = execution
    self.lifecycle = lifecycle
    self.startedAt = startedAt
    self.stdout = stdout
    self.stderr = stderr
    pidfd = process.pidfd
    tree = ProcessTree(
      leader: process.pid, mark: Array("\(ProcessEnvironment.executionName)=\(execution.id)".utf8))
  }
}
