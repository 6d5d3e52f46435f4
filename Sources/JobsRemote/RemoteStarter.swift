import Glibc
import JobsCloud
package import JobsCore
package import JobsExec
package import JobsStore

/// Starts jobs in clouds and leaves them there: what becomes of them, whoever asks finds out.
package struct RemoteStarter {
  private let observer: any RunObserver
  private let note: (Execution, String) -> Void

  /// - Parameter note: takes what whoever starts a job should know.
  package init(_ observer: any RunObserver, note: @escaping (Execution, String) -> Void) {
    self.observer = observer
    self.note = note
  }

  /// - Returns: each as it has begun, or could not, in the order of the runs.
  /// - Throws: what the observer throws before anything has begun.
  package func start(_ runs: [RemoteRun]) async throws(Failure) -> [RunOutcome] {
    let owner =
      ProcessIdentity(of: getpid()) ?? ProcessIdentity(pid: getpid(), startTicks: 0, boot: ProcessIdentity.currentBoot)
    let now = Instant.now()
    let rows = runs.map {
      $0.pending(attempt: 1, id: ULIDSource.shared.next(at: now.milliseconds), now: now, owner: owner)
    }
    try observer.claim(rows)
    var outcomes: [RunOutcome] = []
    for (run, row) in zip(runs, rows) {
      outcomes.append(await start(run, row))
      observer.commit()
    }
    return outcomes
  }

  private func start(_ run: RemoteRun, _ row: Execution) async -> RunOutcome {
    var execution = row
    let nothing = HeadTail(limit: 0)
    do throws(CloudFailure) {
      let start = try await run.place.start(run.request, mark: execution.id)
      execution.begin(start, at: .now())
      observer.observe(.started(execution))
      for words in start.notes { note(execution, words) }
      return RunOutcome(attempts: [execution])
    } catch {
      if error.mayBeDone {
        execution.end(unanswered: error, now: .now())
      } else {
        execution.end(unstarted: error, now: .now())
      }
      observer.observe(.ended(execution, stdout: nothing, stderr: nothing))
      return RunOutcome(attempts: [execution], hint: error.failure.hint)
    }
  }
}
