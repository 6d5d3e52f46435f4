import Glibc
package import JobsCore
package import JobsExec
import JobsSchedule
package import JobsStore

/// Runs jobs when they are due, for as long as it is let.
///
/// Every due time becomes one row of the history: claimed in one transaction before anything starts, and ended by what
/// became of it. One thread waits for the clock, for signals, for files that change and for running jobs; nothing wakes
/// it while nothing is due. What runs when is decided by the pure state machines of JobsSchedule.
package final class Daemon {
  enum Phase {
    /// Takes over what an earlier daemon left: nothing starts before all of it is known.
    case beginning
    case running
    /// Asked to stop: nothing starts, and what runs has until then, in nanoseconds of the monotonic clock.
    case draining(until: Int64)
    /// What still runs is being ended.
    case ending
  }

  let options: DaemonOptions
  let clock: any DaemonClock
  let log: DaemonLog
  let host: any DaemonHost
  let supervisor: RunSupervisor
  let ledger: Ledger
  private let interrupts: Interrupts?
  let files: FileWatch?
  let topics: Set<FileWatch.Topic>

  var table = JobTable()
  var agenda = Agenda()
  var admission: Admission
  var account: ClockAccount
  var clockWatch: ClockWatch
  var breakers: [String: RunHistory.Breaker] = [:]
  var jitter = SplitMix64(seed: UInt64.random(in: .min ... .max))

  var figures = DaemonFigures()
  /// Where users ask for runs to be ended; nil for nowhere.
  let requests: CancelRequests?
  var runs: [Int: DaemonRun] = [:]
  var numbers: [ULID: Int] = [:]
  private var nextNumber = 1

  private(set) var phase = Phase.beginning
  /// Whether the host was started since a daemon last looked, so that `@reboot` is due.
  var isBoot = false
  /// When a damaged history is looked at again, in nanoseconds of the monotonic clock.
  var mendAt: Int64 = 0
  /// How much of the past is kept.
  var retention = Retention()
  /// The purge of the history that goes on; nil between two of them.
  var purge: HistoryPurge?
  /// When it goes on, or the next begins, by the same clock.
  var purgeAt = monotonicNow() + Daemon.purgeDelay
  /// Until when it lets a run that is about to be due go first.
  var purgeHeldUntil: Int64 = 0
  /// Why due times that are found now were not met.
  var lateCause = "no daemon ran"
  /// Nanoseconds of the monotonic clock before which nothing is started, for want of processes or descriptors.
  var shortUntil: Int64?
  /// When the files are to be read again, by the same clock.
  private var reloadAt: Int64?
  /// When the zones are to be read again, by the same clock.
  var zonesAt: Int64?
  /// Folders of zone files that cannot be watched.
  var unwatchedZones: Set<String> = []
  var isDue = true
  /// Whether due times were looked at, and the history has them.
  private var hasLooked = false
  private var lastHeartbeat: Int64 = 0
  /// When due times are looked at again after the history could not take them, by the same clock.
  private var heldUntil: Int64 = 0

  /// - Parameters:
  ///   - interrupts: SIGINT, SIGTERM, SIGHUP and SIGUSR1, made before there is a second thread.
  ///   - files: nil to watch none.
  ///   - topics: what else than requests it watches: manifests and zones that it does not are read again on SIGHUP alone.
  package init(
    options: DaemonOptions, clock: any DaemonClock, log: DaemonLog, history: RunHistory, supervisor: RunSupervisor,
    interrupts: Interrupts?, files: FileWatch?, topics: Set<FileWatch.Topic> = [], requests: CancelRequests? = nil,
    host: any DaemonHost
  ) throws(Failure) {
    self.requests = requests
    self.options = options
    self.clock = clock
    self.log = log
    self.host = host
    self.supervisor = supervisor
    self.interrupts = interrupts
    self.files = files
    self.topics = topics
    ledger = Ledger(history)
    admission = Admission(limit: options.running)
    let now = clock.now
    clockWatch = ClockWatch(clock.reading)
    let known = try history.account()
    account = ClockAccount(
      accounted: known?.accounted ?? now.floorDivided(by: 1000), clock: known?.clock ?? 0, barrier: known?.barrier)
    for breaker in try history.breakers() { breakers[breaker.job] = breaker }
    let boot = try history.boot()
    isBoot = !ProcessIdentity.currentBoot.isEmpty && boot != ProcessIdentity.currentBoot
    supervisor.tell = { [unowned self] in observe($0) }
    ledger.ended = { [unowned self] in self.supervisor.release($0) }
    try supervisor.watch(clock.descriptor) { [unowned self] in
      clock.acknowledge()
      isDue = true
    }
    if let interrupts { try supervisor.watch(interrupts.descriptor) { [unowned self] in takeSignals() } }
    if let files {
      try supervisor.watch(files.descriptor) { [unowned self] in
        let changed = files.take()
        if changed.contains(.manifests) { reloadAt = monotonicNow() + Self.settle }
        if changed.contains(.zones) { zonesAt = monotonicNow() + Self.settle }
        if changed.contains(.requests) { takeRequests() }
      }
    }
  }

  /// Runs until it is asked to stop, or, with `isOnce`, until everything that was due is over.
  ///
  /// - Parameter jobs: as they were read first.
  /// - Throws: a failure if the history cannot be used, before anything was started.
  package func run(_ jobs: DaemonJobs) throws(Failure) {
    try begin(jobs)
    phase = .running
    log.say(.info, "daemon", "started with \(countWords)")
    host.ready(countWords)
    step()
    while !isOver {
      log.flush()
      supervisor.turn(wakeAt: wakeAt)
      step()
    }
    Leaders.reapOrphans()
    end()
  }

  private var countWords: String { table.count == 1 ? "1 job" : "\(table.count) jobs" }

  /// Everything that can be done without waiting.
  private func step() {
    let now = monotonicNow()
    mendHistory(now)
    // First, so that what is due already goes by what was known when it was.
    if case .running = phase, looksForDue, now >= heldUntil { tick() }
    if let zonesAt, now >= zonesAt { readZones() }
    if let reloadAt, now >= reloadAt { reload() }
    startWaiting(now)
    if let commitAt, now >= commitAt { commit(now) }
    if case .draining(let until) = phase, now >= until { endAll("the time to finish is over", force: false) }
    continuePurge(now)
    if let interval = options.heartbeat, now - lastHeartbeat >= interval.nanoseconds {
      lastHeartbeat = now
      host.heartbeat()
    }
  }

  private var isTime: Bool { agenda.soonest.map { clock.now >= $0 * 1000 } ?? false }

  /// Whether due times are to be looked at. Once means once: were what becomes due meanwhile taken too, jobs that are due
  /// more often than they end would never let the daemon leave.
  private var looksForDue: Bool { (isDue || isTime) && !(options.isOnce && hasLooked) }

  private var commitAt: Int64? { ledger.commitAt(isPressed: admission.isPressed) }

  /// When to go on although nothing happens, in nanoseconds of the monotonic clock.
  private var wakeAt: Int64? {
    var times = [commitAt, reloadAt, zonesAt, shortUntil, purgeWake, ledger.history.isDamaged ? mendAt : nil]
    if case .draining(let until) = phase { times.append(until) }
    if let interval = options.heartbeat { times.append(lastHeartbeat + interval.nanoseconds) }
    if case .running = phase {
      times.append(admission.nextWake.map { $0 * 1_000_000 })
      if looksForDue { times.append(heldUntil) }
      if ledger.failure != nil { times.append(ledger.retryAt) }
    }
    return times.compactMap(\.self).min()
  }

  /// Whether nothing runs, and nothing waits but for its time.
  var isIdle: Bool { supervisor.count == 0 && admission.startsNothing }

  private var isOver: Bool {
    guard supervisor.count == 0 else { return false }
    if case .running = phase { return options.isOnce && hasLooked && runs.isEmpty && commitAt == nil }
    return true
  }

  /// Looks what has become due. Where the history cannot take it, everything stays as it was, and is due still.
  private func tick() {
    isDue = !account(for: clock.now)
    if isDue { heldUntil = monotonicNow() + Self.retryInterval } else { hasLooked = true }
    clock.arm(agenda.soonest.map { $0 * 1000 })
  }

  func commit(_ now: Int64) {
    let before = ledger.failure
    let isDone = ledger.commit(now: now)
    if !isDone, before == nil, let failure = ledger.failure {
      log.say(.error, "history", "\(failure.message); nothing is started until it can be written")
    } else if isDone, before != nil {
      log.say(.info, "history", "it can be written again")
    }
  }

  func claimNumber() -> Int {
    defer { nextNumber += 1 }
    return nextNumber
  }

  // MARK: - Beginning

  private func begin(_ jobs: DaemonJobs) throws(Failure) {
    take(jobs, isFirst: true)
    // What is due from here on is this daemon's, or the next one's.
    if try ledger.history.account() == nil {
      try ledger.claim([], account: RunHistory.Account(accounted: account.accounted))
    }
    try adoptRuns()
    fillAgenda()
    watch(jobs)
    watchZones()
    try watchRequests()
  }

  private func watch(_ jobs: DaemonJobs) {
    guard topics.contains(.manifests) else { return }
    for (path, reason) in files?.set(jobs.watched, for: .manifests) ?? [] {
      log.say(.warning, "reload", "cannot watch '\(path)': \(reason); send SIGHUP after a change")
    }
  }

  /// Reads the jobs again. What cannot be read stays as it was.
  private func reload() {
    reloadAt = nil
    guard case .running = phase else { return }
    host.reloading()
    defer { host.ready(countWords) }
    do throws(Failure) {
      let jobs = try host.load()
      take(jobs, isFirst: false)
      watch(jobs)
      watchZones()
      fillAgenda()
      isDue = true
      figures.reloads += 1
    } catch {
      figures.failedReloads += 1
      log.say(.error, "reload", "the jobs stay as they were: \(error.message)")
    }
  }

  // MARK: - Ending

  private func takeSignals() {
    while let signal = interrupts?.next() {
      switch signal {
      case SIGCHLD: Leaders.reapOrphans()
      case SIGHUP: (zonesAt, reloadAt) = (0, 0)
      case SIGUSR1: log.reopen()
      default: stop(Interrupts.name(of: signal))
      }
    }
  }

  /// Asks to stop: the first time runs may finish, the second they are ended politely, the third by force.
  package func stop(_ why: String) {
    switch phase {
    case .beginning, .running:
      phase = .draining(until: monotonicNow() &+ options.drain.nanoseconds)
      let count = supervisor.count
      log.say(.info, "daemon", "stopping (\(why)): \(count == 1 ? "1 run" : "\(count) runs") may finish")
      host.stopping()
    case .draining: endAll("the daemon was asked twice to stop (\(why))", force: false)
    case .ending: supervisor.stopAll(reason: "the daemon was asked again to stop (\(why))", force: true)
    }
  }

  private func endAll(_ why: String, force: Bool) {
    phase = .ending
    guard supervisor.count > 0 else { return }
    log.say(.warning, "daemon", "ending \(supervisor.count == 1 ? "1 run" : "\(supervisor.count) runs"): \(why)")
    supervisor.stopAll(reason: why, force: force)
  }

  /// Leaves nothing unwritten, if the disk lets it.
  private func end() {
    leaveWaiting()
    mendHistory(monotonicNow())
    let last = monotonicNow() + Self.patience
    while !ledger.commit(now: monotonicNow()), monotonicNow() < last { usleep(100_000) }
    if let failure = ledger.failure { log.say(.error, "history", "what happened last is not kept: \(failure.message)") }
    supervisor.finishKeeper()
    let waiting = runs.count
    let rest = waiting == 0 ? "" : "; \(waiting) wait for the next start"
    log.say(.info, "daemon", "stopped with \(countWords)\(rest)")
  }

  /// From a change of files to their reading, so that many changes are one.
  private static let settle: Int64 = 200_000_000
  /// From a history that cannot be written to the next try.
  private static let retryInterval: Int64 = 1_000_000_000
  /// For the last commit.
  private static let patience: Int64 = 5_000_000_000
}
