import JobsExec
import JobsSchedule
import JobsStore

/// A run that a daemon has claimed and that is not over.
struct DaemonRun {
  let ticket: Ticket
  /// The job as it was when the run was claimed; nil for an adopted run whose job is gone.
  let job: DaemonJob?
  var execution: Execution
  /// What was started; nil before.
  var request: RunRequest?
  /// Whether an earlier daemon started it, and told so.
  var isAdopted = false
  /// Whether the log says that it waits for a lock.
  var isToldLocked = false
}
