import Glibc
package import JobsCore
package import JobsStore

/// Writes what an engine tells into the history, in few transactions.
///
/// Runs are claimed before they start, and nothing starts if that cannot be written. What cannot be written later, on
/// a full disk or while another process holds the file, is kept and tried again before the next start; `failure` says
/// so.
package final class HistoryRecorder: RunObserver {
  private let history: RunHistory
  private var new: [Execution] = []
  /// The newest state of each row that changed since the last commit.
  private var changed: [ULID: Execution] = [:]

  /// Why the history lacks something; nil once everything is written.
  package private(set) var failure: Failure?

  package init(_ history: RunHistory) { self.history = history }

  package func claim(_ executions: [Execution]) throws(Failure) { try history.insert(executions) }

  package func observe(_ event: RunEvent) {
    switch event {
    case .started(let execution), .ended(let execution, _, _): changed[execution.id] = execution
    case .retrying(let execution, _): new.append(execution)
    case .unstarted, .output, .outputLost, .locked, .unlocked: break
    }
  }

  package func commit() {
    guard !new.isEmpty || !changed.isEmpty else { return }
    do throws(Failure) {
      try history.write(new: new, changed: changed.values.sorted { $0.id < $1.id })
      new.removeAll(keepingCapacity: true)
      changed.removeAll(keepingCapacity: true)
      failure = nil
    } catch {
      failure = error
    }
  }

  /// Tries once a second to write what could not be written, where nobody waits for the end of this process.
  ///
  /// - Parameter isStopped: asked between two tries.
  package func settle(within patience: Duration, unless isStopped: () -> Bool) {
    let end = monotonicNow() + patience.nanoseconds
    while failure != nil, monotonicNow() < end, !isStopped() {
      sleep(1)
      commit()
    }
  }
}
