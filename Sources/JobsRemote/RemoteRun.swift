import JobsCore
package import JobsExec
import JobsStore

/// A job that an engine runs in a cloud.
package struct RemoteRun: Sendable {
  /// `tenant/env/name`.
  package var job: String
  package var place: any RemotePlace
  package var request: RemoteRequest
  /// Whether and when an execution that failed is followed by another; the cloud tries tasks again by itself.
  package var retry = RetryPolicy.never
  package var failures = FailurePatterns.standard
  /// What the row of the history says besides.
  package var env: String?
  package var trigger = "manual"
  /// JSON objects, as text.
  package var parameters = "{}"
  package var labels: String?
  package var digest: String?
  package var commit: String?

  package init(job: String, place: any RemotePlace, request: RemoteRequest) {
    self.job = job
    self.place = place
    self.request = request
  }

  /// The row of an attempt that has not started.
  ///
  /// - Parameters:
  ///   - attempt: 1-based.
  ///   - due: when a retry is due.
  func pending(attempt: Int, id: ULID, now: Instant, due: Instant? = nil, owner: ProcessIdentity) -> Execution {
    var execution = Execution(
      id: id, job: job, env: env, backend: place.backend, trigger: attempt == 1 ? trigger : "retry",
      created: now.milliseconds, scheduled: due?.milliseconds, attempt: Int32(attempt),
      attempts: Int32(clamping: retry.most + 1), parameters: parameters, digest: digest, commit: commit, owner: owner)
    execution.labels = labels
    return execution
  }
}
