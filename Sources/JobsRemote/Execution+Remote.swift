import JobsCloud
package import JobsCore
package import JobsExec
package import JobsStore

extension Execution {
  /// Fills in that a cloud has begun it.
  package mutating func begin(_ start: RemoteStart, at now: Instant) {
    state = .running
    started = started ?? now.milliseconds
    remote = start.execution
    logsURL = start.logsURL
  }

  /// Fills in that a cloud runs it, and answers when it is over.
  mutating func wait(at now: Instant) {
    state = .running
    started = now.milliseconds
  }

  /// Fills in how it stands.
  package mutating func look(_ look: RemoteLook) {
    if let tasks = look.tasks, tasks.count > 1 { self.tasks = tasks.json }
    if let started = look.started { self.started = started.milliseconds }
  }

  /// Fills in how it ended.
  ///
  /// - Parameters:
  ///   - now: for a cloud that does not tell when.
  ///   - stdout: what is kept of what it wrote, by which its failure is classed where the cloud does not say.
  package mutating func end(
    _ end: RemoteEnd, now: Instant, patterns: FailurePatterns, stdout: HeadTail, stderr: HeadTail
  ) {
    ended = (end.at ?? now).milliseconds
    // By the clock of the cloud alone: that of this host may differ.
    duration = started.map { max((ended ?? $0) - $0, 0) }
    exitCode = end.exitCode
    signal = end.signal
    switch end.outcome {
    case .succeeded:
      state = .succeeded
      exitCode = 0
    case .cancelled:
      state = .cancelled
      reason = reason ?? end.reason
    case .failed:
      state = .failed
      reason = end.reason ?? exitCode.map { "exit status \($0)" }
      failureClass = end.failureClass ?? Self.failureClass(end, patterns, stdout, stderr)
      // It ended without a status of its own.
      exitCode = exitCode ?? 125
    }
  }

  /// Fills in how it stands, or how it ended, as a cloud tells of what nobody here followed.
  package mutating func update(_ look: RemoteLook, now: Instant) {
    self.look(look)
    guard let end = look.end else {
      state = look.started == nil ? .pending : .running
      return
    }
    let nothing = HeadTail(limit: 0)
    self.end(end, now: now, patterns: .standard, stdout: nothing, stderr: nothing)
    // What ended without a status is not known to have had one.
    if end.outcome == .failed, end.exitCode == nil { exitCode = nil }
  }

  private static func failureClass(
    _ end: RemoteEnd, _ patterns: FailurePatterns, _ stdout: HeadTail, _ stderr: HeadTail
  ) -> FailureClass {
    guard let code = end.exitCode else { return .unknown }
    return .classify(
      end.signal.map { .signalled($0) } ?? .exited(code), stderr: stderr.last(FailurePatterns.window),
      stdout: stdout.last(FailurePatterns.window), patterns: patterns)
  }

  /// Fills in that a start got no answer, and nothing tells whether it began.
  mutating func end(unanswered failure: CloudFailure, now: Instant) {
    state = .lost
    ended = now.milliseconds
    reason = "whether it began is not known: \(failure.failure.message)"
  }

  /// Fills in that it was not to begin any more.
  mutating func endUnbegun(now: Instant) {
    state = .cancelled
    ended = now.milliseconds
    exitCode = 143
    reason = "this process was asked to stop before it began"
  }

  /// Fills in why it did not begin.
  mutating func end(unstarted failure: CloudFailure, now: Instant) {
    state = .failed
    ended = now.milliseconds
    exitCode = 125
    error = failure.failure.message
    failureClass =
      switch failure.cause {
      case .credentials, .missingPermission: .permission
      case .quota, .throttled: .resource
      case .transport, .unavailable: .network
      case .deadline: .timeout
      default: .application
      }
  }
}
