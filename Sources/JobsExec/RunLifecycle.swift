/// The life of one run as a state machine: takes what happened and says what to do. Times are nanoseconds of the
/// monotonic clock.
struct RunLifecycle: Sendable {
  /// Why a run was stopped before it ended of itself.
  enum Stop: Hashable, Sendable {
    case timeout
    case cancelled(reason: String)
  }

  enum Event {
    /// The first process ended.
    case leaderEnded
    /// The last pipe reached its end.
    case pipesClosed
    /// How many processes of the tree were alive, in answer to `look`, `terminate` or `kill`.
    case tree(alive: Int)
    /// Nothing but time passed.
    case time
    /// End the tree politely, then by force after the grace.
    case stop(Stop)
    /// End the tree by force at once.
    case kill(Stop)
  }

  enum Action: Hashable, Sendable {
    /// Send TERM to the tree.
    case terminate
    /// Send KILL to the tree.
    case kill
    /// Count the tree.
    case look
    /// Close what is open; the run is over.
    case finish
  }

  private enum Phase: Hashable {
    case running
    case stopping(killAt: Int64)
    case killing(giveUpAt: Int64)
    /// The leader is gone, and somebody still holds a pipe.
    case draining(until: Int64)
    case finished
  }

  /// How long processes that KILL did not end, such as those in an uninterruptible wait, are waited for.
  static let giveUpAfter: Int64 = 5_000_000_000
  private static let shortestLook: Int64 = 5_000_000
  private static let longestLook: Int64 = 200_000_000

  private let deadline: Int64?
  private let grace: Int64
  private let drain: Int64
  private var phase = Phase.running
  private var leaderHasEnded = false
  private var pipesAreOpen = true
  private var nextLook: Int64 = 0
  private var lookEvery = RunLifecycle.shortestLook

  /// Set once the run is being stopped; the first reason stands.
  private(set) var stop: Stop?

  /// - Parameters:
  ///   - timeout: from now to TERM; nil for none.
  ///   - grace: from TERM to KILL.
  ///   - drain: from the end of the leader to the closing of pipes that others hold.
  init(now: Int64, timeout: Int64?, grace: Int64, drain: Int64) {
    deadline = timeout.map { Self.later(now, $0) }
    self.grace = grace
    self.drain = drain
  }

  /// When `time` has to be handled at the latest; nil if nothing is due.
  var wakeAt: Int64? {
    switch phase {
    case .running: deadline
    case .stopping(let killAt): min(killAt, nextLook)
    case .killing: nextLook
    case .draining(let until): until
    case .finished: nil
    }
  }

  mutating func handle(_ event: Event, now: Int64) -> Action? {
    switch event {
    case .leaderEnded:
      leaderHasEnded = true
      if phase == .running { return closeOrDrain(now) }
      return isStopping ? .look : nil
    case .pipesClosed:
      pipesAreOpen = false
      if case .draining = phase { return finish() }
      return nil
    case .tree(let alive): return handleTree(alive, now)
    case .time: return handleTime(now)
    case .stop(let stop): return begin(stop, now)
    case .kill(let stop):
      if phase == .finished { return nil }
      if case .draining = phase { return finish() }
      return force(stop, now)
    }
  }

  private var isStopping: Bool {
    switch phase {
    case .stopping, .killing: true
    case .running, .draining, .finished: false
    }
  }

  private mutating func begin(_ stop: Stop, _ now: Int64) -> Action? {
    switch phase {
    case .running:
      self.stop = stop
      phase = .stopping(killAt: Self.later(now, grace))
      lookEvery = Self.shortestLook
      nextLook = now + lookEvery
      return .terminate
    // The job has ended of itself, and is not made to wait for those who hold its pipes.
    case .draining: return finish()
    case .stopping, .killing, .finished: return nil
    }
  }

  private mutating func force(_ stop: Stop, _ now: Int64) -> Action {
    self.stop = self.stop ?? stop
    if case .killing = phase {} else { phase = .killing(giveUpAt: now + Self.giveUpAfter) }
    lookEvery = Self.shortestLook
    nextLook = now + lookEvery
    return .kill
  }

  private mutating func handleTime(_ now: Int64) -> Action? {
    switch phase {
    case .running:
      guard let deadline, now >= deadline else { return nil }
      return begin(.timeout, now)
    case .stopping(let killAt):
      if now >= killAt { return force(stop ?? .timeout, now) }
      return now >= nextLook ? look(now, .look) : nil
    // Each time again: a process may have forked between our looking and its end.
    case .killing: return now >= nextLook ? look(now, .kill) : nil
    case .draining(let until): return now >= until ? finish() : nil
    case .finished: return nil
    }
  }

  private mutating func look(_ now: Int64, _ action: Action) -> Action {
    lookEvery = min(lookEvery * 2, Self.longestLook)
    nextLook = now + lookEvery
    return action
  }

  private mutating func handleTree(_ alive: Int, _ now: Int64) -> Action? {
    guard isStopping, leaderHasEnded else { return nil }
    if alive == 0 { return closeOrDrain(now) }
    if case .killing(let giveUpAt) = phase, now >= giveUpAt { return finish() }
    return nil
  }

  private mutating func closeOrDrain(_ now: Int64) -> Action? {
    guard pipesAreOpen else { return finish() }
    phase = .draining(until: Self.later(now, drain))
    return nil
  }

  private mutating func finish() -> Action? {
    guard phase != .finished else { return nil }
    phase = .finished
    return .finish
  }

  private static func later(_ now: Int64, _ wait: Int64) -> Int64 {
    let (sum, overflow) = now.addingReportingOverflow(max(wait, 0))
    return overflow ? .max : sum
  }
}
