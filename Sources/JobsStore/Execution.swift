package import JobsCore

/// What became of a due time.
package enum ExecutionState: String, Sendable, CaseIterable {
  /// Claimed, and about to start, or waiting for a retry.
  case pending
  case running
  case succeeded
  case failed
  /// Ended by a user or by the end of the tool that ran it.
  case cancelled
  /// Not run on purpose, such as for a disabled job.
  case skipped
  /// The time passed while nothing was there to run it.
  case missed
  /// Another execution stood for it.
  case deduplicated
  /// The tool that ran it ended first, so nobody saw the end.
  case lost

  package var isOpen: Bool { self == .pending || self == .running }
}

/// One execution of a job: one row of the history, and one `execution` record.
package struct Execution: Hashable, Sendable {
  /// What is known of one output stream.
  package struct Stream: Hashable, Sendable {
    /// Bytes the job wrote.
    package var bytes: Int64
    /// Bytes that were kept of them.
    package var kept: Int64
    /// The file that holds them, absolute; nil if nothing was written or no files are kept.
    package var path: String?

    package init(bytes: Int64 = 0, kept: Int64 = 0, path: String? = nil) {
      self.bytes = bytes
      self.kept = kept
      self.path = path
    }
  }

  package var id: ULID
  /// `tenant/env/name`.
  package var job: String
  /// The environment for which the manifest was read.
  package var env: String?
  /// `local`, or the kind of a remote target.
  package var backend: String
  /// `manual`, `schedule`, `retry` and so on.
  package var trigger: String
  package var state: ExecutionState
  /// Why it did not run, or did not end of itself.
  package var reason: String?
  package var failureClass: FailureClass?
  /// What stopped the run before it began.
  package var error: String?

  /// Milliseconds since the epoch, as the three that follow.
  package var created: Int64
  package var scheduled: Int64?
  package var started: Int64?
  package var ended: Int64?
  /// Milliseconds by the monotonic clock, from start to end.
  package var duration: Int64?

  /// 124 after a timeout, 128 + n after signal n, 126 or 127 if the command could not be run.
  package var exitCode: Int32?
  /// The signal that ended the process.
  package var signal: Int32?
  /// 1-based.
  package var attempt: Int32
  /// The most there can be, the first included.
  package var attempts: Int32

  /// A JSON object, as text.
  package var parameters: String
  package var stdout: Stream
  package var stderr: Stream
  /// Milliseconds of user and system time of the job's processes that were waited for.
  package var cpu: Int64?
  /// Bytes that were resident at most: of the whole run where it has a cgroup, else of the largest of its processes that were
  /// waited for. No less than what the tool itself had when it started the run.
  package var memory: Int64?
  package var digest: String?
  package var commit: String?

  /// The first attempt, on those that follow it.
  package var run: ULID?
  /// How many due times the row stands for, of which `scheduled` is the last.
  package var dueCount: Int32 = 1
  /// The first of several due times.
  package var firstDue: Int64?
  /// How often the host's clock had been set back, so that a time can be due again.
  package var clock: Int32 = 0
  /// A JSON object, as text; nil for none.
  package var labels: String?
  /// The name of the keeper that starts and reaps the process, and may outlive the owner; nil for the owner itself.
  package var keeper: String?

  /// What the cloud calls it where it runs: `projects/…/executions/report-x7k2p`; nil on this host, and as long as it is
  /// not known.
  package var remote: String?
  /// Where people read what it writes in the cloud.
  package var logsURL: String?
  /// A JSON object of how many of its tasks stand where, as text; nil where there is but the one process.
  package var tasks: String?

  /// The tool that answers for the run.
  package var owner: ProcessIdentity
  /// The job's own process, once started.
  package var process: ProcessIdentity?

  /// Whether it ends with its owner.
  var isOurs: Bool { keeper == nil && remote == nil }

  package init(
    id: ULID, job: String, env: String? = nil, backend: String = "local", trigger: String = "manual",
    state: ExecutionState = .pending, created: Int64, scheduled: Int64? = nil, attempt: Int32 = 1,
    attempts: Int32 = 1, parameters: String = "{}", digest: String? = nil, commit: String? = nil,
    owner: ProcessIdentity
  ) {
    self.id = id
    self.job = job
    self.env = env
    self.backend = backend
    self.trigger = trigger
    self.state = state
    self.created = created
    self.scheduled = scheduled
    self.attempt = attempt
    self.attempts = attempts
    self.parameters = parameters
    self.stdout = Stream()
    self.stderr = Stream()
    self.digest = digest
    self.commit = commit
    self.owner = owner
  }
}
