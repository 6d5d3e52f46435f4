import CLinux
import Glibc
package import JobsCore
import JobsStore

/// Runs jobs as processes of this host, with one thread and one event loop.
///
/// A job's process leads a session of its own and is a child of this process, which makes itself the adopter of
/// orphans, so that no process of a job escapes when the job has to end.
package final class Engine {
  /// A run that has not started: a first attempt in the queue, or a retry whose time has not come.
  struct Waiting {
    var request: Int
    var execution: Execution
    /// By the monotonic clock.
    var notBefore: Int64
  }

  let options: EngineOptions
  let interrupts: Interrupts?
  let live: LiveOutput?
  /// Whether the loop reports when `live` can take more.
  private var awaitsLive = false
  private let watchesLive: Bool
  var observers: [any RunObserver]
  var loop: EventLoop
  var launcher: Launcher
  var jitter = SplitMix64(seed: UInt64.random(in: .min ... .max))

  var requests: [RunRequest] = []
  var attempts: [[Execution]] = []
  var queue: [Waiting] = []
  var active: [UInt64: ActiveRun] = [:]
  var nextSerial: UInt64 = 1
  var buffer = [UInt8](repeating: 0, count: 65536)
  /// When the first start or end was told that observers have not committed.
  var dirtySince: Int64?
  /// Why nothing starts any more; what runs goes on unless `isEnding`.
  var stopping: String?
  /// Whether somebody asked to end what runs.
  var isEnding = false
  /// What to do about the last attempt of each request that could not start.
  var hints: [String?] = []
  /// The first signal that asked to stop, for the tool to end by.
  package private(set) var interruptedBy: Int32?
  let owner: ProcessIdentity

  /// - Parameters:
  ///   - interrupts: the signals that end all runs; nil where the tool handles its own.
  ///   - live: what observers write to; the engine sees to it that it goes on as its reader does.
  ///   - observers: told in this order.
  package init(
    options: EngineOptions = EngineOptions(), interrupts: Interrupts? = nil, live: LiveOutput? = nil,
    observers: [any RunObserver] = []
  ) throws(Failure) {
    self.options = options
    self.interrupts = interrupts
    self.live = live
    self.observers = observers
    loop = try EventLoop()
    // A file cannot be watched, and need not be.
    if let live {
      watchesLive = loop.watch(live.descriptor, token: Token.live, events: EPOLL_EVENTS(0))
    } else {
      watchesLive = false
    }
    launcher = try Launcher(usesPidfd: options.usesPidfd)
    owner =
      ProcessIdentity(of: getpid())
      ?? ProcessIdentity(pid: getpid(), startTicks: 0, boot: ProcessIdentity.currentBoot)
    // Before Linux 3.4 orphans go to init, and those that left their session are out of reach.
    _ = linux_become_subreaper()
    if let interrupts {
      guard loop.watch(interrupts.descriptor, token: Token.signals) else {
        throw .world("cannot watch for signals: \(systemMessage())")
      }
    }
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
      return Waiting(
        request: index, execution: request.pending(attempt: 1, id: id, now: now, owner: owner), notBefore: 0)
    }
    // The next to start is the last, so that taking it is cheap.
    queue.reverse()
    let first = queue.reversed().map(\.execution)
    for observer in observers { try observer.claim(first) }
    while true {
      takeSignals()
      startDue()
      if active.isEmpty && queue.isEmpty { break }
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

  /// Waits for what comes next, and handles it.
  private func turn() {
    let now = monotonicNow()
    var wake = active.values.compactMap(\.lifecycle.wakeAt).min()
    if let dirtySince { wake = min(wake ?? .max, dirtySince + Self.commitInterval) }
    if stopping == nil, active.count < options.parallelism, let due = queue.map(\.notBefore).min() {
      wake = min(wake ?? .max, due)
    }
    if active.values.contains(where: { $0.pidfd == nil && $0.leaderEndedAt == nil }) {
      wake = min(wake ?? .max, now + Self.pollInterval)
    }
    if let live, watchesLive, live.isWaiting != awaitsLive {
      awaitsLive = live.isWaiting
      loop.change(live.descriptor, token: Token.live, events: awaitsLive ? EPOLLOUT : nil)
    }
    for token in loop.wait(nanoseconds: wake.map { max($0 - now, 0) }) { handle(token) }
    let after = monotonicNow()
    for (serial, run) in active {
      if run.pidfd == nil { pollLeader(run, serial) }
      if let wakeAt = run.lifecycle.wakeAt, wakeAt <= after { advance(run, serial, .time) }
    }
  }

  private func handle(_ token: UInt64) {
    if token == Token.signals { return takeSignals() }
    if token == Token.live { return live?.flush() ?? () }
    let (serial, source) = Token.parts(token)
    guard let run = active[serial] else { return }
    switch source {
    case .process:
      run.pidfd = nil
      run.leaderEndedAt = monotonicNow()
      advance(run, serial, .leaderEnded)
    case .stdout: read(run, serial, run.stdout, .stdout)
    case .stderr: read(run, serial, run.stderr, .stderr)
    }
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

  func commit() {
    dirtySince = nil
    for observer in observers { observer.commit() }
  }

  /// How long starts and ends are gathered, so that a burst of them costs few waits for the disk.
  private static let commitInterval: Int64 = 10_000_000

  /// How often a process is looked at on a kernel that cannot report its end.
  private static let pollInterval: Int64 = 20_000_000
}

/// What a descriptor in the event loop belongs to.
enum Token {
  enum Source: UInt64 {
    case process, stdout, stderr
  }

  static let signals: UInt64 = 0
  static let live: UInt64 = 1

  /// - Parameter serial: of the run, from 1.
  static func make(_ serial: UInt64, _ source: Source) -> UInt64 { serial << 2 | source.rawValue }

  static func parts(_ token: UInt64) -> (serial: UInt64, source: Source) {
    (token >> 2, Source(rawValue: token & 3) ?? .process)
  }
}
