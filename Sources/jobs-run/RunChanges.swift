import JobsManifest

/// What a command line changes about the jobs that it runs.
struct RunChanges {
  /// In place of, or beside, the jobs' own.
  var variables: [Pair] = []
  /// Words behind the jobs' own.
  var arguments: [String] = []
  /// Seconds, 0 for none; nil for the jobs' own.
  var timeout: Int?
  /// From TERM to KILL; nil for the jobs' own, or 10 s.
  var grace: Int?
  /// Attempts after the first; nil for the jobs' own.
  var retries: Int?
  /// How many of them side by side; for clouds alone.
  var tasks: Int?
  /// What started the run.
  var trigger = "manual"
  /// A JSON object for the history, secrets masked.
  var parameters = "{}"

  /// The time after which a run of a job ends; nil for never.
  func timeout(of job: Job) -> Duration? {
    (timeout ?? job.limits.timeoutSeconds).flatMap { $0 > 0 ? .seconds($0) : nil }
  }

  /// The time from TERM to KILL.
  func grace(of job: Job) -> Duration { .seconds(grace ?? job.limits.host.graceSeconds ?? Self.usualGrace) }

  private static let usualGrace = 10
}
