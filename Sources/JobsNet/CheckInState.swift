import JobsCloud
import JobsCore
import JobsExec
import Synchronization

/// What the users of a spool and its thread share.
final class CheckInState: Sendable {
  private struct State {
    var counters = CheckInSpool.Counters()
    /// Names of files that were posted here and are not known to be gone.
    var own: Set<String> = []
    var answers: [(name: String, Result<HTTPResponse, TransportFailure>)] = []
    var hasNews = true
    /// On the monotonic clock; nil while nobody asked to stop.
    var stopBy: Int64?
    var said = RepeatLimit(distance: 600_000_000_000)
  }

  let folder: CheckInFolder
  let wakeUp: WakeUp
  private let report: @Sendable (Failure) -> Void
  private let state = Mutex(State())

  init(folder: CheckInFolder, wakeUp: WakeUp, report: @escaping @Sendable (Failure) -> Void) {
    self.folder = folder
    self.wakeUp = wakeUp
    self.report = report
  }

  var counters: CheckInSpool.Counters { state.withLock { $0.counters } }
  var ownWaiting: Int { state.withLock { $0.own.count } }

  func post(_ ping: Ping) {
    do throws(Failure) {
      let name = try folder.add(PingFile(ping, posted: Instant.now().milliseconds))
      state.withLock { state in
        state.own.insert(name)
        state.counters.waiting += 1
        state.hasNews = true
      }
      wakeUp.ring()
    } catch {
      count { $0.dropped += 1 }
      say(error, about: "post")
    }
  }

  /// Before a thread begins: it looks into the folder first, and nobody has asked it to stop.
  func start() {
    state.withLock { state in
      state.hasNews = true
      state.stopBy = nil
    }
  }

  func stop(by deadline: Int64) {
    state.withLock { $0.stopBy = min($0.stopBy ?? deadline, deadline) }
    wakeUp.ring()
  }

  func answer(_ name: String, _ result: Result<HTTPResponse, TransportFailure>) {
    state.withLock { $0.answers.append((name, result)) }
    wakeUp.ring()
  }

  /// What happened since the last time.
  func take() -> (answers: [(name: String, Result<HTTPResponse, TransportFailure>)], hasNews: Bool, stopBy: Int64?) {
    state.withLock { state in
      defer {
        state.answers = []
        state.hasNews = false
      }
      return (state.answers, state.hasNews, state.stopBy)
    }
  }

  /// Sets what the folder holds; of the names posted here, those that are not in it are done.
  func keep(_ names: Set<String>) {
    state.withLock { state in
      state.counters.waiting = names.count
      // What was posted since the folder was read is not in `names`, and is known by its news.
      if !state.hasNews { state.own.formIntersection(names) }
    }
  }

  func count(_ change: (inout CheckInSpool.Counters) -> Void) { state.withLock { change(&$0.counters) } }

  /// Reports a failure, unless the same was reported a short while ago.
  ///
  /// - Parameter subject: what makes it the same.
  func say(_ failure: Failure, about subject: String) {
    guard let held = state.withLock({ $0.said.admit(subject, now: monotonicNow()) }) else { return }
    let more = held > 0 ? " (and \(held) more times since this was said last)" : ""
    report(Failure(failure.kind, failure.message + more, hint: failure.hint))
  }
}

extension Duration {
  /// On the monotonic clock, in nanoseconds.
  var nanosecondsFromNow: Int64 {
    let (end, overflows) = monotonicNow().addingReportingOverflow(nanoseconds)
    return overflows ? .max : end
  }
}
