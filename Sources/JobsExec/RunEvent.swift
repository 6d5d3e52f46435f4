package import JobsCore
package import JobsStore

/// What an engine tells while it runs jobs.
package enum RunEvent {
  package enum Stream: String, Sendable, CaseIterable {
    case stdout, stderr
  }

  /// A process was started.
  case started(Execution)
  /// A process could not be started. An engine tells its observers of the end that follows from it instead.
  case unstarted(Execution, LaunchFailure)
  /// Bytes as they came; not whole lines (see `LineSplitter`), and never empty.
  case output(Execution, Stream, ArraySlice<UInt8>)
  /// A run ended, or could not start; what it wrote is here as far as it was kept in memory.
  case ended(Execution, stdout: HeadTail, stderr: HeadTail)
  /// Another attempt will follow, and is pending until its time.
  case retrying(Execution, after: Duration)
  /// Output could not be kept in its file; the job is not touched by that.
  case outputLost(Execution, Failure)
  /// It was not started, since another run holds the lock of this name. An engine tells its observers once, and tries
  /// again.
  case locked(Execution, String)
  /// An adopted run goes on without the lock of this name, which another process took after its daemon had been killed.
  case unlocked(Execution, String)
}

/// Who is told. All calls come from the engine's thread, between two waits; they must not take long.
package protocol RunObserver: AnyObject {
  /// The first attempts of all requests, before any of them starts. Throwing here means that none does.
  func claim(_ executions: [Execution]) throws(Failure)

  /// Why it cannot keep what happens; nothing more is started then.
  var failure: Failure? { get }

  func observe(_ event: RunEvent)

  /// To be done with what was observed since the last time, in one go: at most 10 ms after a start or an end, and when
  /// everything is over.
  func commit()

  /// When it wants to be told the time though nothing happens, in nanoseconds of the monotonic clock; nil for never.
  var wakeAt: Int64? { get }

  /// That time has come.
  func time(_ now: Int64)
}

extension RunObserver {
  package var failure: Failure? { nil }

  package func claim(_ executions: [Execution]) throws(Failure) {}

  package func commit() {}

  package var wakeAt: Int64? { nil }

  package func time(_ now: Int64) {}
}

/// How a request ended.
package struct RunOutcome: Sendable {
  /// Every attempt, in order; the last one decides.
  package var attempts: [Execution]
  /// What to do about a last attempt that could not start.
  package var hint: String?

  /// - Parameter attempts: at least one.
  package init(attempts: [Execution], hint: String? = nil) {
    self.attempts = attempts
    self.hint = hint
  }

  package var last: Execution { attempts[attempts.count - 1] }

  /// The job's own status as a tool of one job passes it on: 0, the job's code, 124, 125, 126, 127 or 128 + n.
  package var exitStatus: ExitStatus {
    last.state == .succeeded ? .done : ExitStatus(rawValue: last.exitCode ?? 125)
  }
}
