/// How much of the past is kept; what is nil is not said, and kept without end where nobody else says it.
///
/// Whatever it says, runs that are open stay, the last execution of each job, and every attempt of a run that stands in
/// a dead letter.
package struct Retention: Hashable, Sendable {
  /// The newest executions of each job; at least 1.
  package var runs: Int?
  /// For how many days after its time an execution is kept; at least 1.
  package var days: Int?
  /// The newest dead letters of each job.
  package var deadLetters: Int?

  package init(runs: Int? = nil, days: Int? = nil, deadLetters: Int? = nil) {
    self.runs = runs
    self.days = days
    self.deadLetters = deadLetters
  }

  /// What a daemon keeps that is not told otherwise: a week of a job that runs each minute, a year and a month of one
  /// that runs each month.
  package static let usual = Retention(runs: 10_000, days: 400, deadLetters: 1000)

  /// With what another one says where this one says nothing.
  package func or(_ other: Retention) -> Retention {
    Retention(runs: runs ?? other.runs, days: days ?? other.days, deadLetters: deadLetters ?? other.deadLetters)
  }

  /// The time before which executions are too old, in milliseconds since the epoch; nil where none is.
  package func end(now: Int64) -> Int64? { days.map { now - Int64($0) * 86_400_000 } }
}
