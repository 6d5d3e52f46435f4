import Glibc
package import JobsCore
package import JobsStore

/// Runs a list of jobs to their end: no more at once than there is room for, and again those whose failure is retried.
package final class Engine {
  /// A run that has not started: a first attempt in the queue, or a retry whose time has not come.
  struct Waiting {
    var request: Int
    var execution: Execution
    /// By the monotonic clock.
    var notBefore: Int64
  }

  let supervisor: RunSupervisor
  private let parallelism: Int
  private let interrupts: Interrupts?
  private let live: LiveOutput?
  /// Whether the loop reports when `live` can take more.
  private var awaitsLive = false
  private var watchesLive = false
  private let observers: [any RunObserver]
  private var jitter = SplitMix64(seed: UInt64.random(in: .min ... .max))

  private var requests: [RunRequest] = []
  private var attempts: [[Execution]] = []
  private var queue: [Waiting] = []
  /// The runs of which was told that they wait for a lock.
  private var locked: Set<ULID> = []
  /// The request of each run that goes on.
  private var running: [ULID: Int] = [:]
  /// When the first start or end was told that observers have not committed.
  private var dirtySince: Int64?
  /// When to try again after a start for which the host was short of something, by the monotonic clock.
  private var shortUntil: Int64 = 0
  /// Why nothing starts any more; what runs goes on unless somebody asked to end it.
  private var stopping: String?
  private var isEnding = false
  /// What to do about the last attempt of each request that could not start.
  private var hints: [String?] = []
  /// The first signal that asked to stop, for the tool to end by.
  package private(set) var interruptedBy: Int32?

  /// - Parameters:
  ///   - interrupts: the signals that end all runs; nil where the tool handles its own.
  ///   - live: what observers write to; the engine sees to it that it goes on as its reader does.
  ///   - observers: told in this order.
  package init(
    options: EngineOptions = EngineOptions(), interrupts: Interrupts? = nil, live: LiveOutput? = nil,
    observers: [any RunObserver] = []
  ) throws(Failure) {
    parallelism = max(options.parallelism, 1)
    self.interrupts = interrupts
    self.live = live
    self.observers = observers
    supervisor = try RunSupervisor(options: options)
    supervisor.tell = { [unowned self] in observe($0) }
    if let live { watchesLive = supervisor.watchWritable(live.descriptor.number) { live.flush() } }
    if let interrupts { try supervisor.watch(interrupts.descriptor) { [unowned self] in takeSignals() } }
  }

  /// Runs requests, no more at once than `parallelism`, and returns how each ended, in their order.
  ///
  /// A job that fails, or cannot start, is an outcome. Runs that were not over when somebody asked to stop end as
  /// cancelled.
  /// - Throws: what an observer threw when the runs were claimed; nothing was started then.
  package func run(_ requests: [RunRequest]) throws(Failure) -> [RunOutcome] {
    self.requests = requests
    attempts = requests.map { _ in [] }
    hints = requests.map { _ in nil }
    let now = Instant.now()
    queue = requests.enumerated().map { index, request in
      let id = ULIDSource.shared.next(at: now.milliseconds)
      let execution = request.pending(attempt: 1, id: id, now: now, owner: supervisor.owner)
      return Waiting(request: index, execution: execution, notBefore: 0)
    }
    // The next to start is the last, so that taking it is cheap.
    queue.reverse()
    let first = queue.reversed().map(\.execution)
    for observer in observers { try observer.claim(first) }
    while true {
      takeSignals()
      startDue()
      if running.isEmpty && queue.isEmpty { break }
      if let dirtySince, monotonicNow() - dirtySince >= Self.commitInterval { commit() }
      turn()
    }
    Leaders.shared.reapOrphans()
    commit()
    live?.drain()
    return zip(attempts, hints).map { RunOutcome(attempts: $0, hint: $1) }
  }

  /// Ends every run, politely at first, and starts no more. May be called by an observer.
  package func cancel(reason: String) { stop(reason: reason, force: isEnding) }

  /// Ends one run, politely at first, whether it goes on or waits; no attempt follows. May be called by a handler.
  ///
  /// One that is over is left as it is.
  package func cancel(_ id: ULID, reason: String) {
    if let place = queue.firstIndex(where: { $0.execution.id == id }) {
      cancel(queue.remove(at: place), reason: reason)
    } else {
      supervisor.stop(id, reason: reason)
    }
  }

  /// Which process answers for the runs.
  package var owner: ProcessIdentity { supervisor.owner }

  /// Calls `handler` whenever a descriptor of the caller's is readable while jobs run.
  package func watch(_ descriptor: Int32, _ handler: @escaping () -> Void) throws(Failure) {
    try supervisor.watch(descriptor, handler)
  }

  // MARK: - Waiting

  private func turn() {
    var wake: Int64?
    if let dirtySince { wake = dirtySince + Self.commitInterval }
    if stopping == nil, running.count < parallelism, let due = queue.map(\.notBefore).min() {
      wake = min(wake ?? .max, max(due, shortUntil))
    }
    if let live, watchesLive, live.isWaiting != awaitsLive {
      awaitsLive = live.isWaiting
      supervisor.wantsToWrite(live.descriptor.number, awaitsLive)
    }
    for case let time? in observers.lazy.map(\.wakeAt) { wake = min(wake ?? .max, time) }
    supervisor.turn(wakeAt: wake)
    let now = monotonicNow()
    for observer in observers where observer.wakeAt.map({ $0 <= now }) ?? false { observer.time(now) }
  }

  private func takeSignals() {
    guard let interrupts else { return }
    while let signal = interrupts.next() {
      if signal == SIGCHLD {
        Leaders.shared.reapOrphans()
        continue
      }
      // The first asks, the second insists.
      let force = interruptedBy != nil
      interruptedBy = interruptedBy ?? signal
      stop(reason: "interrupted by \(Interrupts.name(of: signal))", force: force)
    }
  }

  private func commit() {
    dirtySince = nil
    for observer in observers { observer.commit() }
  }

  /// How long starts and ends are gathered, so that a burst of them costs few waits for the disk.
  private static let commitInterval: Int64 = 10_000_000
  /// How often a lock that another process holds is tried again.
  private static let lockInterval: Int64 = 100_000_000
  /// How long a host that is short of processes or descriptors is given, in nanoseconds, unless a run ends before.
  private static let shortage: Int64 = 50_000_000

  // MARK: - Starting

  /// Starts what is due, as far as there is room.
  private func startDue() {
    guard stopping == nil else { return cancelQueue() }
    let now = monotonicNow()
    while running.count < parallelism, stopping == nil, shortUntil <= now,
      let place = queue.lastIndex(where: { $0.notBefore <= now })
    {
      guard mayStart() else { return cancelQueue() }
      let waiting = queue.remove(at: place)
      running[waiting.execution.id] = waiting.request
      supervisor.start(waiting.execution, requests[waiting.request])
    }
  }

  /// Whether observers keep what happens. One that could not is asked to try again, since its disk may have room now.
  private func mayStart() -> Bool {
    guard observers.contains(where: { $0.failure != nil }) else { return true }
    commit()
    guard let failure = observers.lazy.compactMap(\.failure).first else { return true }
    stopping = "not started: \(failure.message)"
    return false
  }

  /// A run that could not start: what the host is short of, the end of another run may give back.
  private func unstarted(_ execution: Execution, _ failure: LaunchFailure) {
    guard let request = running[execution.id] else { return }
    if failure.isShortage, running.count > 1 {
      running[execution.id] = nil
      queue.append(Waiting(request: request, execution: execution, notBefore: 0))
      shortUntil = monotonicNow() + Self.shortage
      return
    }
    var execution = execution
    execution.end(failure)
    execution.ended = Instant.now().milliseconds
    hints[request] = failure.hint
    observe(.ended(execution, stdout: HeadTail(limit: 0), stderr: HeadTail(limit: 0)))
  }

  /// A run that waits for another process: nobody tells when that lets go.
  private func locked(_ execution: Execution, _ name: String) {
    guard let request = running.removeValue(forKey: execution.id) else { return }
    queue.append(Waiting(request: request, execution: execution, notBefore: monotonicNow() + Self.lockInterval))
    if locked.insert(execution.id).inserted { tell(.locked(execution, name)) }
  }

  // MARK: - Ending

  private func observe(_ event: RunEvent) {
    switch event {
    case .unstarted(let execution, let failure): return unstarted(execution, failure)
    case .locked(let execution, let name): return locked(execution, name)
    case .started(let execution): if let request = running[execution.id] { hints[request] = nil }
    default: break
    }
    guard case .ended(let execution, _, _) = event, let request = running.removeValue(forKey: execution.id) else {
      return tell(event)
    }
    shortUntil = 0
    attempts[request].append(execution)
    tell(event)
    retry(execution, request)
  }

  /// Puts another attempt in the queue if there is to be one.
  private func retry(_ execution: Execution, _ index: Int) {
    let request = requests[index]
    let attempt = Int(execution.attempt)
    guard stopping == nil, execution.state == .failed, let failureClass = execution.failureClass,
      request.retry.retries(failureClass, attempt: attempt)
    else { return }
    let wait = request.retry.wait(after: attempt, failureClass, using: &jitter)
    let next = request.following(execution, after: wait, owner: supervisor.owner)
    queue.append(Waiting(request: index, execution: next, notBefore: monotonicNow() + wait.nanoseconds))
    tell(.retrying(next, after: wait))
  }

  /// Ends what runs, and what has not started.
  ///
  /// - Parameter force: by KILL at once.
  private func stop(reason: String, force: Bool) {
    stopping = stopping ?? "\(reason) before the start"
    isEnding = true
    supervisor.stopAll(reason: reason, force: force)
  }

  private func cancelQueue() {
    for waiting in queue.reversed() { cancel(waiting, reason: stopping) }
    queue = []
  }

  private func cancel(_ waiting: Waiting, reason: String?) {
    var execution = waiting.execution
    execution.state = .cancelled
    execution.reason = reason
    execution.ended = Instant.now().milliseconds
    attempts[waiting.request].append(execution)
    tell(.ended(execution, stdout: HeadTail(limit: 0), stderr: HeadTail(limit: 0)))
  }

  private func tell(_ event: RunEvent) {
    if case .output = event {} else { dirtySince = dirtySince ?? monotonicNow() }
    for observer in observers { observer.observe(event) }
  }
}
