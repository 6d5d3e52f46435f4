package import JobsAWS
import JobsCore

extension RemoteLook {
  package init(_ task: ECSTask) {
    self.init(
      started: task.started, message: task.started == nil && !task.isOver ? task.status.lowercased() : nil,
      end: task.isOver ? Self.end(of: task) : nil)
  }

  /// How a task ended: by the status of its container, or why it could not begin.
  ///
  /// Source: docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html, 2026-11.
  private static func end(of task: ECSTask) -> RemoteEnd {
    let container = task.main
    let code = container?.exitCode.flatMap { Int32(exactly: $0) }
    let reason = [container?.reason, task.stoppedReason].compactMap { $0 }.first
    if task.stopCode == "UserInitiated" {
      return RemoteEnd(.cancelled, at: task.stopped, exitCode: 143, reason: reason)
    }
    guard code != 0 else { return RemoteEnd(.succeeded, at: task.stopped, exitCode: 0) }
    var end = RemoteEnd(.failed, at: task.stopped, exitCode: code, reason: reason)
    if let code, code > 128, code < 160 { end.signal = code - 128 }
    let words = [container?.reason, task.stoppedReason].compactMap { $0 }.joined(separator: " ")
    if words.contains("OutOfMemory") || task.stopCode == "SpotInterruption" || words.contains("RESOURCE:") {
      end.failureClass = .resource
    } else if task.stopCode == "TaskFailedToStart" {
      end.failureClass = words.contains("AccessDenied") || words.contains("not authorized") ? .permission : .application
    }
    return end
  }
}
