import JobsCore
package import JobsManifest

/// What decides over a job's runs besides its schedules, with defaults filled in.
package struct JobPolicy: Sendable, Hashable {
  package var concurrency: Concurrency
  package var missed: Missed
  package var isPaused: Bool
  /// The most attempts of a run, the first included.
  package var attempts: Int
  package var priority = 0
  package var locks: [String] = []
  package var pools: [Ticket.Share] = []
  /// Seconds by which a start is put off at most.
  package var jitter: Int64 = 0
  /// Seconds over which runs that are late are spread.
  package var splay: Int64 = 0

  package init(_ job: Job) {
    concurrency = job.limits.concurrency ?? .allow
    missed = job.limits.missed ?? Missed(policy: .skip)
    isPaused = job.paused
    attempts = max(job.limits.retry?.attempts ?? 0, 0) + 1
  }

  /// Milliseconds by which a start is put off: the same for a job's due time whenever it is asked for, and spread
  /// evenly over jobs and times.
  package func delay(job: String, at: Int64, isLate: Bool) -> Int64 {
    let most = (jitter + (isLate ? splay : 0)) * 1000
    guard most > 0 else { return 0 }
    return Int64("\(job) \(at)".utf8.fnv1a64 % UInt64(most))
  }
}
