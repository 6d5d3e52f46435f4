import JobsManifest

/// Decides which claimed runs may start: the job's own concurrency, locks and pools that jobs share, and the most runs
/// at once.
///
/// A pure state machine. A run is offered once, when it is due; it is then skipped, or waits until `startable` names
/// it, and holds what it needs until `finish`. A run that waits for a lock or a pool does not hold up those behind it.
package struct Admission: Sendable {
  package enum Verdict: Hashable, Sendable {
    /// It waits its turn, which may be now: ask `startable`.
    case admitted
    /// It does not run, for this reason.
    case skipped(reason: String)
    /// It waits its turn behind runs that have to end for it: those that go on, and those that have not started.
    case replaces(running: [Int], waiting: [Int])
  }

  /// What several runs cannot have at once.
  private enum Resource: Hashable {
    case job(String)
    case lock(String)
    case pool(String)
  }

  /// A run that waits for nothing but room.
  private struct Candidate: Comparable {
    var priority: Int
    var due: Int64
    var run: Int

    static func < (one: Candidate, other: Candidate) -> Bool {
      (-one.priority, one.due, one.run) < (-other.priority, other.due, other.run)
    }
  }

  private struct Delayed: Comparable {
    var notBefore: Int64
    var run: Int

    static func < (one: Delayed, other: Delayed) -> Bool {
      (one.notBefore, one.run) < (other.notBefore, other.run)
    }
  }

  /// What is known of a job that has open runs.
  private struct Open {
    var running: [Int] = []
    var waiting: [Int] = []
    /// Runs between two attempts: they hold the job, and nothing else.
    var resting = 0

    var isEmpty: Bool { running.isEmpty && waiting.isEmpty && resting == 0 }
  }

  /// The most runs at once; at least 1.
  package var limit: Int
  private var tickets: [Int: Ticket] = [:]
  private var running: Set<Int> = []
  /// Runs that follow an attempt, whose job they hold already.
  private var continued: Set<Int> = []
  private var jobs: [String: Open] = [:]
  private var heldLocks: [String: Int] = [:]
  private var takenSlots: [String: Int] = [:]
  private var candidates = Heap<Candidate>()
  private var delayed = Heap<Delayed>()
  private var blocked: [Resource: [Int]] = [:]

  package init(limit: Int) { self.limit = max(limit, 1) }

  /// Runs that were started and have not finished.
  package var runningCount: Int { running.count }

  /// Runs that were admitted and have not started.
  package var waitingCount: Int { tickets.count - running.count }

  /// When the next run that is put off may start, in the caller's monotonic milliseconds.
  package var nextWake: Int64? { delayed.first?.notBefore }

  /// Whether runs wait that would start if there was room for more at once.
  package var isPressed: Bool { candidates.first != nil }

  /// Whether no run waits for anything but its time.
  package var startsNothing: Bool { waitingCount == delayed.count || waitingCount == 0 }

  /// A run that goes on already, such as one that an earlier daemon started.
  package mutating func resume(_ ticket: Ticket) {
    tickets[ticket.run] = ticket
    hold(ticket)
  }

  /// A run that is due.
  package mutating func offer(_ ticket: Ticket) -> Verdict {
    let open = jobs[ticket.job] ?? Open()
    switch ticket.concurrency {
    case .allow: break
    case .forbid:
      guard open.isEmpty else { return .skipped(reason: Self.busy(open)) }
    case .queue(let most):
      // The first in the queue is not one that waits in it.
      let first = open.running.isEmpty && open.resting == 0 ? 1 : 0
      guard open.waiting.count < most + first else {
        return .skipped(reason: "\(Self.busy(open)), and \(most) may wait")
      }
    case .replace:
      guard open.isEmpty else {
        for run in open.waiting { forget(run) }
        enter(ticket)
        return .replaces(running: open.running, waiting: open.waiting)
      }
    }
    enter(ticket)
    return .admitted
  }

  /// The next attempt of a run whose last one failed: it gives back all but its job, until its time has come.
  package mutating func retry(_ run: Int, as ticket: Ticket) {
    finish(run, keepsJob: true)
    continued.insert(ticket.run)
    enter(ticket)
  }

  /// A run that a restart found waiting for its start: it was offered and admitted then.
  package mutating func rejoin(_ ticket: Ticket) { enter(ticket) }

  /// A run that a restart found between two attempts.
  package mutating func continueRun(_ ticket: Ticket) {
    jobs[ticket.job, default: Open()].resting += 1
    continued.insert(ticket.run)
    enter(ticket)
  }

  /// The runs that may start now, in the order in which they should. They count as running from here on.
  ///
  /// - Parameters:
  ///   - now: the caller's monotonic milliseconds.
  ///   - most: how many to name.
  package mutating func startable(now: Int64, atMost most: Int = .max) -> [Int] {
    while let first = delayed.first, first.notBefore <= now {
      _ = delayed.removeFirst()
      if let ticket = tickets[first.run] { consider(ticket) }
    }
    dropForgotten()
    var found: [Int] = []
    while found.count < most, running.count < limit, let candidate = candidates.removeFirst() {
      guard let ticket = tickets[candidate.run], !running.contains(candidate.run) else { continue }
      if let resource = firstMissing(ticket) {
        blocked[resource, default: []].append(ticket.run)
        continue
      }
      leaveQueue(ticket)
      hold(ticket)
      found.append(ticket.run)
    }
    return found
  }

  /// A run that could not start for want of something that the end of another will give back.
  package mutating func putBack(_ run: Int) {
    guard let ticket = tickets[run], running.contains(run) else { return }
    release(ticket)
    jobs[ticket.job, default: Open()].waiting.append(run)
    consider(ticket)
  }

  /// A run that could not start for want of something that nobody tells the end of: it is tried again later.
  ///
  /// - Parameter time: the caller's monotonic milliseconds.
  package mutating func putOff(_ run: Int, until time: Int64) {
    guard let ticket = tickets[run], running.contains(run) else { return }
    release(ticket)
    jobs[ticket.job, default: Open()].waiting.append(run)
    delayed.insert(Delayed(notBefore: time, run: run))
  }

  /// A run that ended, or will not start.
  package mutating func finish(_ run: Int) { finish(run, keepsJob: false) }

  private mutating func finish(_ run: Int, keepsJob: Bool) {
    guard let ticket = tickets[run] else { return }
    if running.contains(run) { release(ticket) } else { leaveQueue(ticket) }
    if keepsJob { jobs[ticket.job, default: Open()].resting += 1 }
    forget(run)
  }

  /// Whether a run waits for its start.
  package func isWaiting(_ run: Int) -> Bool { tickets[run] != nil && !running.contains(run) }

  // MARK: -

  private mutating func enter(_ ticket: Ticket) {
    tickets[ticket.run] = ticket
    if !continued.contains(ticket.run) { jobs[ticket.job, default: Open()].waiting.append(ticket.run) }
    delayed.insert(Delayed(notBefore: ticket.notBefore, run: ticket.run))
  }

  private mutating func consider(_ ticket: Ticket) {
    candidates.insert(Candidate(priority: ticket.priority, due: ticket.due, run: ticket.run))
  }

  private mutating func forget(_ run: Int) {
    guard let ticket = tickets.removeValue(forKey: run) else { return }
    if continued.remove(run) != nil { jobs[ticket.job]?.resting -= 1 }
    jobs[ticket.job]?.waiting.removeAll { $0 == run }
    if jobs[ticket.job]?.isEmpty == true { jobs[ticket.job] = nil }
    dropForgotten()
    unblock([.job(ticket.job)])
  }

  /// Takes away what is no longer to be woken up for.
  private mutating func dropForgotten() {
    while let first = delayed.first, tickets[first.run] == nil { _ = delayed.removeFirst() }
  }

  /// Takes a run out of its job's queue, as it is about to start or will not.
  private mutating func leaveQueue(_ ticket: Ticket) {
    if continued.remove(ticket.run) != nil {
      jobs[ticket.job]?.resting -= 1
    } else {
      jobs[ticket.job]?.waiting.removeAll { $0 == ticket.run }
    }
  }

  private mutating func hold(_ ticket: Ticket) {
    running.insert(ticket.run)
    jobs[ticket.job, default: Open()].running.append(ticket.run)
    for lock in ticket.locks { heldLocks[lock] = ticket.run }
    for share in ticket.pools { takenSlots[share.pool, default: 0] += min(share.slots, share.size) }
  }

  private mutating func release(_ ticket: Ticket) {
    running.remove(ticket.run)
    jobs[ticket.job]?.running.removeAll { $0 == ticket.run }
    for lock in ticket.locks where heldLocks[lock] == ticket.run { heldLocks[lock] = nil }
    for share in ticket.pools { takenSlots[share.pool, default: 0] -= min(share.slots, share.size) }
    unblock([.job(ticket.job)] + ticket.locks.map { .lock($0) } + ticket.pools.map { .pool($0.pool) })
  }

  private mutating func unblock(_ resources: [Resource]) {
    for resource in resources {
      for run in blocked.removeValue(forKey: resource) ?? [] {
        if let ticket = tickets[run] { consider(ticket) }
      }
    }
  }

  private func firstMissing(_ ticket: Ticket) -> Resource? {
    if ticket.concurrency != .allow, let open = jobs[ticket.job] {
      // Several may be between attempts where a policy changed or a restart found them; they wait for no other.
      let mayRest = open.resting == 0 || continued.contains(ticket.run)
      if !open.running.isEmpty || !mayRest { return .job(ticket.job) }
    }
    for lock in ticket.locks where heldLocks[lock] != nil { return .lock(lock) }
    for share in ticket.pools
    where takenSlots[share.pool, default: 0] + min(share.slots, share.size) > share.size {
      return .pool(share.pool)
    }
    return nil
  }

  private static func busy(_ open: Open) -> String {
    if !open.running.isEmpty { return "an earlier run still goes on" }
    return open.resting > 0 ? "an earlier run waits for its next attempt" : "an earlier run still waits for its start"
  }
}
