package import JobsAWS
import JobsCore

extension RemoteLook {
  /// - Parameter failed: of an array the first job that failed, where that is known.
  package init(_ job: BatchJob, failed: BatchJob? = nil) {
    self.init(
      tasks: Self.tasks(of: job), started: job.started,
      message: job.started == nil && !job.isOver ? job.statusReason ?? job.status.rawValue.lowercased() : nil,
      end: job.isOver ? Self.end(of: job, failed) : nil)
  }

  private static func tasks(of job: BatchJob) -> RemoteTasks? {
    job.size.map { size in
      RemoteTasks(
        count: size, running: job.counts[.running] ?? 0, succeeded: job.counts[.succeeded] ?? 0,
        failed: job.counts[.failed] ?? 0)
    }
  }

  /// How a job ended: by the status of its container, or why it could not begin.
  ///
  /// Source: docs.aws.amazon.com/batch/latest/userguide/job_timeouts.html ("Job attempt duration exceeded timeout") and
  /// job_retries.html ("OutOfMemoryError: Container killed due to memory usage", "Host EC2 … terminated"), 2026-11.
  private static func end(of job: BatchJob, _ failed: BatchJob?) -> RemoteEnd {
    guard job.status == .failed else { return RemoteEnd(.succeeded, at: job.stopped, exitCode: 0) }
    let told = failed ?? job
    let reason = told.containerReason ?? told.statusReason
    if job.isTerminated { return RemoteEnd(.cancelled, at: job.stopped, exitCode: 143, reason: job.statusReason) }
    let code = told.exitCode.flatMap { Int32(exactly: $0) }.flatMap { (1...255).contains($0) ? $0 : nil }
    var end = RemoteEnd(.failed, at: job.stopped, exitCode: code, reason: reason)
    let words = [told.containerReason, told.statusReason].compactMap { $0 }.joined(separator: " ")
    if words.contains("exceeded timeout") {
      (end.exitCode, end.failureClass) = (124, .timeout)
      return end
    }
    if let code, code > 128, code < 160 { end.signal = code - 128 }
    if words.contains("OutOfMemory") || words.hasPrefix("Host EC2") { end.failureClass = .resource }
    return end
  }
}
