import JobsCore
import JobsStore

/// What the history knows of one due time of a job.
struct ExplainedHistory {
  /// The row that stands for it; the last one where the clock was set back over it.
  var row: Execution?
  /// How far a daemon has accounted for due times; nil where none has run.
  var account: RunHistory.Account?
  /// Since when the daemon knows the job's schedules; nil where it does not know the job.
  var scheduled: RunHistory.Scheduled?
  var breaker: RunHistory.Breaker?

  init() {}

  /// - Parameters:
  ///   - at: seconds since the epoch.
  ///   - history: nil where nothing has run.
  init(_ job: String, at: Int64, _ history: RunHistory?) throws(Failure) {
    guard let history else { return }
    var query = RunHistory.Query(job: job, since: at * 1000, limit: 8)
    query.triggers = ["schedule"]
    query.isReversed = true
    // A row may stand for several due times, of which its own is the last.
    row = try history.executions(query).last { row in
      guard let last = row.scheduled else { return false }
      return last == at * 1000 || row.firstDue.map { $0 <= at * 1000 } ?? false
    }
    account = try history.account()
    scheduled = try history.scheduled().first { $0.job == job }
    breaker = try history.breakers().first { $0.job == job }
  }
}
