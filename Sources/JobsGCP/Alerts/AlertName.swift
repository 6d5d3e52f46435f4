/// Which alert of which job: `europe-west1/nightly/failed`.
struct AlertName: Hashable {
  /// What a manifest's `alerts` may be for, as far as Cloud Monitoring can tell it.
  enum Cause: String, CaseIterable {
    /// A run came to an end and failed, after all its attempts.
    case failed
    /// Cloud Scheduler came to a due time and could not start a run.
    case missed
    /// A run goes on for longer than it is expected to.
    case long
    case succeeded
  }

  var region: String
  /// The name of the Cloud Run job.
  var job: String
  var cause: Cause

  init(_ cause: Cause, of job: String, in region: String) {
    self.cause = cause
    self.job = job
    self.region = region
  }

  /// nil for any other text.
  init?(_ text: String) { self.init(text.split(separator: "/", omittingEmptySubsequences: false)) }

  /// nil for a metric that is called otherwise.
  init?(metric: String) {
    let parts = metric.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.first == "jobs" else { return nil }
    self.init(Array(parts.dropFirst()))
  }

  private init?(_ parts: [Substring]) {
    guard parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let cause = Cause(rawValue: String(parts[2])) else {
      return nil
    }
    self.init(cause, of: String(parts[1]), in: String(parts[0]))
  }

  var text: String { "\(region)/\(job)/\(cause.rawValue)" }

  /// The metric that is counted for it from logs: at most 100 characters (logging.v2.json, LogMetric.name), of which a region
  /// has 23 and a job 63.
  var metric: String { "jobs.\(region).\(job).\(cause.rawValue)" }
}
