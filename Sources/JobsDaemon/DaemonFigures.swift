import JobsExec
import JobsSchedule
package import JobsStore

/// What a daemon counts, since its start and as it stands.
package struct DaemonFigures: Sendable {
  /// Runs that were started, retries among them.
  package internal(set) var started = 0
  /// Attempts after the first.
  package internal(set) var retries = 0
  /// Executions that are over, by what became of them; due times that share a row count one by one.
  package internal(set) var ended: [ExecutionState: Int] = [:]
  /// Milliseconds from due times to starts, in all, and of how many starts.
  package internal(set) var delay: Int64 = 0
  package internal(set) var delayed = 0
  /// Executions that were removed as too old.
  package internal(set) var purged = 0
  /// Histories that were found damaged and put aside.
  package internal(set) var quarantined = 0
  package internal(set) var reloads = 0
  package internal(set) var failedReloads = 0
  package internal(set) var jobs = 0
  package internal(set) var running = 0
  package internal(set) var waiting = 0
  /// Jobs whose circuit breaker is open.
  package internal(set) var openBreakers = 0
  /// Lines of logs that could not be written.
  package internal(set) var lostLines = 0
  /// Whether the history takes what happens.
  package internal(set) var isKept = true
  /// Seconds since the epoch of the next due time; nil for none.
  package internal(set) var nextDue: Int64?
}

extension Daemon {
  /// The figures as they stand.
  package var currentFigures: DaemonFigures {
    var now = figures
    now.jobs = table.count
    now.running = supervisor.count
    now.waiting = admission.waitingCount
    now.openBreakers = breakers.values.count { $0.opened != nil }
    now.lostLines = log.lost
    now.isKept = ledger.failure == nil
    now.nextDue = agenda.soonest
    return now
  }

  func countStart(_ execution: Execution) {
    figures.started += 1
    if execution.attempt > 1 { figures.retries += 1 }
    guard execution.trigger == "schedule", let due = execution.scheduled, let started = execution.started else {
      return
    }
    figures.delay += max(started - due, 0)
    figures.delayed += 1
  }

  func countEnd(_ execution: Execution) {
    figures.ended[execution.state, default: 0] += Int(execution.dueCount)
  }
}
