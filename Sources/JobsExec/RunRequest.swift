package import JobsCore
package import JobsStore

/// One run that is asked for: what to start, how long it may take, and what to do when it fails.
package struct RunRequest: Sendable {
  /// The job's id, `tenant/env/name`.
  package var job: String
  package var launch: LaunchRequest
  /// From start to TERM; nil for none.
  package var timeout: Duration?
  /// From TERM to KILL.
  package var grace: Duration
  package var retry: RetryPolicy
  /// What the job's output and status say about why it failed.
  package var failures = FailurePatterns.standard
  /// What runs in its place when the last attempt has failed.
  package var fallback: LaunchRequest.Command?
  /// The names of which a run holds all, while no other process does.
  package var locks: [String] = []
  /// What the row of the history says besides.
  package var env: String?
  package var trigger: String
  package var scheduledAt: Instant?
  /// A JSON object, as text.
  package var parameters: String
  package var digest: String?
  package var commit: String?
  /// A JSON object, as text; nil for none.
  package var labels: String?

  package init(
    job: String, launch: LaunchRequest, timeout: Duration? = nil, grace: Duration = .seconds(10),
    retry: RetryPolicy = .never, env: String? = nil, trigger: String = "manual", scheduledAt: Instant? = nil,
    parameters: String = "{}", digest: String? = nil, commit: String? = nil
  ) {
    self.job = job
    self.launch = launch
    self.timeout = timeout
    self.grace = grace
    self.retry = retry
    self.env = env
    self.trigger = trigger
    self.scheduledAt = scheduledAt
    self.parameters = parameters
    self.digest = digest
    self.commit = commit
  }

  /// The row of an attempt that has not started.
  ///
  /// - Parameters:
  ///   - attempt: 1-based; those after the first have the trigger `retry`.
  ///   - due: when a retry is due.
  package func pending(attempt: Int, id: ULID, now: Instant, due: Instant? = nil, owner: ProcessIdentity) -> Execution {
    var execution = Execution(
      id: id, job: job, env: env, trigger: attempt == 1 ? trigger : "retry", created: now.milliseconds,
      scheduled: (due ?? scheduledAt)?.milliseconds, attempt: Int32(attempt),
      attempts: Int32(clamping: retry.most + 1), parameters: parameters, digest: digest, commit: commit,
      owner: owner)
    execution.labels = labels
    return execution
  }

  /// The row of the attempt that follows one that failed.
  package func following(_ failed: Execution, after wait: Duration, owner: ProcessIdentity) -> Execution {
    let now = Instant.now()
    let milliseconds = now.milliseconds + wait.nanoseconds / 1_000_000
    var next = pending(
      attempt: Int(failed.attempt) + 1, id: ULIDSource.shared.next(at: now.milliseconds), now: now,
      due: Instant(milliseconds: milliseconds), owner: owner)
    next.run = failed.run ?? failed.id
    next.labels = failed.labels
    return next
  }
}
