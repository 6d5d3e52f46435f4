import JobsCore
package import JobsGCP

extension RemoteLook {
  /// - Parameter failed: the first task that failed, where the execution has.
  package init(_ execution: CloudRunExecution, _ failed: CloudRunTask?) {
    let tasks = execution.tasks
    self.init(
      tasks: RemoteTasks(
        count: tasks.count, running: tasks.running, succeeded: tasks.succeeded, failed: tasks.failed,
        cancelled: tasks.cancelled, retried: tasks.retried),
      started: execution.started, message: execution.stage == .pending ? execution.message : nil,
      end: Self.end(of: execution, failed))
  }

  private static func end(of execution: CloudRunExecution, _ failed: CloudRunTask?) -> RemoteEnd? {
    switch execution.stage {
    case .pending, .running: return nil
    case .succeeded: return RemoteEnd(.succeeded, at: execution.completed, exitCode: 0)
    // Cloud Run ends containers by SIGTERM.
    case .cancelled:
      return RemoteEnd(.cancelled, at: execution.completed, exitCode: 143, reason: "cancelled in Cloud Run")
    case .failed: break
    }
    var end = RemoteEnd(.failed, at: execution.completed, reason: execution.message)
    guard let failed else { return end }
    end.reason = reason(failed, of: execution.tasks.count) ?? execution.message
    if failed.isTimedOut {
      (end.exitCode, end.failureClass) = (124, .timeout)
    } else if let signal = failed.signal.flatMap({ Int32(exactly: $0) }), (1...127).contains(signal) {
      (end.exitCode, end.signal) = (128 + signal, signal)
    } else if let code = failed.exitCode, (1...255).contains(code) {
      end.exitCode = Int32(code)
    }
    if failed.isOutOfMemory { end.failureClass = .resource }
    return end
  }

  /// `task 3 of 10: the container exited with an error`.
  private static func reason(_ task: CloudRunTask, of count: Int) -> String? {
    guard let message = task.message else { return nil }
    return count > 1 ? "task \(task.index) of \(count): \(message)" : message
  }
}
