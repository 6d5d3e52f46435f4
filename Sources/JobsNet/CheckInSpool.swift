package import JobsCloud
package import JobsCore
package import JobsStore
import Synchronization

/// Keeps pings in files until a monitor has taken them, and sends them on a thread of its own.
///
/// Pings survive restarts and a network that is away: what fails is tried again with growing, random waits, no sooner
/// than the server asks for, and for a day. At most 1000 pings of 8 MiB wait, then the oldest are dropped. Several
/// processes may share a folder: one at a time sends. A ping is sent at least once, and twice only if a process ends
/// between the answer and the removal of its file; its run's id tells the monitor that it is the same.
package final class CheckInSpool: Sendable {
  /// Since the start of this process, but for `waiting`.
  package struct Counters: Hashable, Sendable {
    /// Taken by a monitor.
    package var sent = 0
    /// Given up: refused, or not sent within a day.
    package var failed = 0
    /// Dropped unsent: too many waited, or the file could not be written or read.
    package var dropped = 0
    /// In the folder now, those of other processes included.
    package var waiting = 0
  }

  private let shared: CheckInState
  private let transport: any Transport
  private let limits: CheckInQueue.Limits
  private let thread = Mutex<WorkerThread?>(nil)

  /// - Parameters:
  ///   - state: the pings wait in its folder `checkins`.
  ///   - report: told of what cannot be sent or kept, each cause at most once in ten minutes; called by the thread of
  ///     the spool, or of whoever posts.
  package convenience init(
    _ state: StateDirectory, _ transport: any Transport, report: @escaping @Sendable (Failure) -> Void
  ) throws(Failure) {
    try self.init(state, transport, limits: CheckInQueue.Limits(), report: report)
  }

  init(
    _ state: StateDirectory, _ transport: any Transport, limits: CheckInQueue.Limits,
    report: @escaping @Sendable (Failure) -> Void
  ) throws(Failure) {
    shared = CheckInState(
      folder: CheckInFolder(path: state.checkIns), wakeUp: try WakeUp(), report: report)
    self.transport = transport
    self.limits = limits
  }

  deinit { shared.stop(by: 0) }

  package var counters: Counters { shared.counters }

  /// Puts a ping into the folder and wakes the thread: one small file, without waiting for the disk or the network.
  package func post(_ ping: Ping) { shared.post(ping) }

  /// Begins to send, what earlier processes left first. Without it, pings are only kept.
  package func start() throws(Failure) {
    try StateDirectory.create(shared.folder.path)
    try thread.withLock { thread throws(Failure) in
      guard thread == nil else { return }
      shared.start()
      thread = try WorkerThread { [shared, transport, limits] in CheckInSender(shared, transport, limits).run() }
    }
  }

  /// Ends the thread when everything that was posted here has been sent, and at the latest after a time; what is under
  /// way then is given up, and sent by a later process.
  ///
  /// - Returns: how many of the pings posted here still wait.
  @discardableResult
  package func stop(deadline: Duration) -> Int {
    shared.stop(by: deadline.nanosecondsFromNow)
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
    return shared.ownWaiting
  }
}
