package import JobsCore

/// An execution that a cloud has begun.
package struct RemoteStart: Hashable, Sendable {
  /// What the cloud calls it, so that it can be found by it alone.
  package var execution: String
  package var logsURL: String?
  /// What whoever started it should know.
  package var notes: [String]
  /// How it ended and what it wrote, where the cloud answers only then.
  package var answer: RemoteAnswer?

  package init(
    execution: String, logsURL: String? = nil, notes: [String] = [], answer: RemoteAnswer? = nil
  ) {
    self.execution = execution
    self.logsURL = logsURL
    self.notes = notes
    self.answer = answer
  }
}

/// What came back with an execution that was over when its start was answered.
package struct RemoteAnswer: Hashable, Sendable {
  package var end: RemoteEnd
  /// What it wrote, or the end of that.
  package var lines: [RemoteLine]
  /// Whether nothing is missing in front of them.
  package var isComplete: Bool

  package init(_ end: RemoteEnd, lines: [RemoteLine], isComplete: Bool) {
    self.end = end
    self.lines = lines
    self.isComplete = isComplete
  }
}

/// How an execution stands.
package struct RemoteLook: Hashable, Sendable {
  package var tasks: RemoteTasks?
  package var started: Instant?
  /// Why it waits, in the cloud's words.
  package var message: String?
  /// nil while it goes on.
  package var end: RemoteEnd?

  package init(
    tasks: RemoteTasks? = nil, started: Instant? = nil, message: String? = nil, end: RemoteEnd? = nil
  ) {
    self.tasks = tasks
    self.started = started
    self.message = message
    self.end = end
  }
}

/// How an execution ended.
package struct RemoteEnd: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable { case succeeded, failed, cancelled }

  package var outcome: Outcome
  package var at: Instant?
  /// The status that a tool of one job passes on: the container's own, 124 after a timeout, 128 + n after signal n, 143 where
  /// it was cancelled; nil where it ended without one, and could perhaps not begin.
  package var exitCode: Int32?
  package var signal: Int32?
  /// Where the cloud tells it; nil to tell it by status and output, as of a process here.
  package var failureClass: FailureClass?
  /// Why, for people.
  package var reason: String?

  package init(
    _ outcome: Outcome, at: Instant? = nil, exitCode: Int32? = nil, signal: Int32? = nil,
    failureClass: FailureClass? = nil, reason: String? = nil
  ) {
    self.outcome = outcome
    self.at = at
    self.exitCode = exitCode
    self.signal = signal
    self.failureClass = failureClass
    self.reason = reason
  }
}
