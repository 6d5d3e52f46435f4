import JobsCore
import JobsExec
import JobsManifest
import JobsSchedule
import JobsStore

extension Daemon {
  /// Puts every job's next due time into the agenda anew.
  func fillAgenda() {
    agenda.removeAll()
    for place in table.entries.indices { schedule(place) }
  }

  private func schedule(_ place: Int) {
    guard let entry = table[place],
      let next = entry.job.timetable.nextEpoch(after: max(account.accounted, entry.since))
    else { return }
    agenda.add(Agenda.Entry(at: next, of: place))
  }

  /// Gives every due time up to now its row, and offers what is to run.
  ///
  /// - Parameter now: milliseconds since the epoch.
  /// - Returns: false if the history could not take it; nothing has changed then.
  func account(for now: Int64) -> Bool {
    let step = look()
    var moved = account
    let seconds = now.floorDivided(by: 1000)
    let boot = isBoot ? bootRuns(seconds) : []
    let move = moved.move(to: seconds, step: step.floorDivided(by: 1000))
    switch move {
    case .none: return isBoot ? settle(boot, moved, from: account.accounted, seconds) : true
    case .back(_, let by):
      log.say(
        .warning, "clock",
        "the clock was set back by \(Quantity.words(seconds: Int(by))): what was due at fixed times is not due again")
      return settle(boot, moved, from: account.accounted, seconds)
    case .forward(let from, _):
      return settle(boot + dueRuns(after: from, now: seconds, correction: nil, moved), moved, from: from, seconds)
    case .skipped(let from, _, let by):
      let words = Quantity.words(seconds: Int(by))
      log.say(.warning, "clock", "the clock was set forward by \(words): what was due in between is not made up for")
      let runs = dueRuns(after: from, now: seconds, correction: "the clock was set forward by \(words)", moved)
      return settle(boot + runs, moved, from: from, seconds)
    }
  }

  /// Compares the clocks: a step of the real-time clock, in milliseconds. Notes why things are late.
  private func look() -> Int64 {
    let change = clockWatch.look(clock.reading)
    if change.sleep >= Self.notable { lateCause = "the host slept" }
    if change.step >= Self.notable {
      lateCause = "the clock was set forward by \(Quantity.words(seconds: Int(change.step / 1000)))"
    }
    return change.step
  }

  private struct Due {
    var place: Int
    var job: DaemonJob
    var decision: DueDecision
    var trigger = "schedule"
  }

  /// The runs of `@reboot`, which are due once after the host has started, when a daemon first looks.
  private func bootRuns(_ now: Int64) -> [Due] {
    table.entries.indices.compactMap { place in
      guard let job = table[place]?.job, job.timetable.firesAtBoot else { return nil }
      let verdict: DueDecision.Verdict =
        job.policy.isPaused ? .skipped(reason: "the job is paused") : .run(reason: "the host was started")
      return Due(place: place, job: job, decision: DueDecision(at: now, count: 1, verdict: verdict), trigger: "reboot")
    }
  }

  /// What becomes of the due times after `from`, in their order.
  private func dueRuns(
    after from: Int64, now: Int64, correction: String?, _ account: ClockAccount
  ) -> [Due] {
    var found: [Due] = []
    for entry in dueEntries(now) {
      guard let known = table[entry] else { continue }
      let times = known.job.timetable.dueTimes(after: max(from, known.since), through: now)
      for decision in times.decide(now: now, missed: known.job.policy.missed, cause: correction ?? lateCause) {
        var decision = decision
        if case .run = decision.verdict {
          if let correction { decision.verdict = .missed(reason: correction) }
          if known.job.policy.isPaused { decision.verdict = .skipped(reason: "the job is paused") }
        }
        if let barrier = account.barrier, decision.at <= barrier, known.job.timetable.isFixed(at: decision.at) {
          decision.verdict = .deduplicated(reason: "it had its turn before the clock was set back")
        }
        found.append(Due(place: entry, job: known.job, decision: decision))
      }
    }
    return found.sorted { ($0.decision.at, $0.place) < ($1.decision.at, $1.place) }
  }

  /// The places of the jobs that are due, each once.
  private func dueEntries(_ now: Int64) -> [Int] {
    var seen: Set<Int> = []
    return agenda.entries(through: now).filter { seen.insert($0.job).inserted }.map(\.job)
  }

  /// Writes the rows and takes over what follows from them, or nothing at all.
  private func settle(_ due: [Due], _ moved: ClockAccount, from: Int64, _ now: Int64) -> Bool {
    let before = (admission: admission, runs: runs, numbers: numbers)
    var rows: [Execution] = []
    var replaced: [(running: [Int], waiting: [Int], by: Int64)] = []
    let created = Instant.now().milliseconds
    let ready = monotonicNow() / 1_000_000
    for entry in due {
      var execution = row(entry, created: created, clock: moved.clock)
      if case .run(let reason) = entry.decision.verdict {
        let number = claimNumber()
        let policy = entry.job.policy
        let isLate = reason != nil && entry.trigger == "schedule"
        let delay = policy.delay(job: entry.job.id, at: entry.decision.at, isLate: isLate)
        let ticket = Ticket(
          run: number, job: entry.job.id, concurrency: policy.concurrency, priority: policy.priority,
          due: entry.decision.at * 1000, notBefore: delay == 0 ? 0 : ready + delay, locks: policy.locks,
          pools: policy.pools)
        switch offer(ticket, entry.job, now: now * 1000) {
        case .skipped(let reason):
          execution.state = .skipped
          execution.reason = reason
          execution.ended = created
        case .replaces(let running, let waiting):
          replaced.append((running, waiting, entry.decision.at))
          fallthrough
        case .admitted:
          runs[number] = DaemonRun(ticket: ticket, job: entry.job, execution: execution)
          numbers[execution.id] = number
        }
      }
      rows.append(execution)
    }
    let isWritten = rows.isEmpty && !isBoot && moved.clock == account.clock && moved.barrier == account.barrier
    do throws(Failure) {
      if !isWritten {
        try ledger.claim(
          rows,
          account: RunHistory.Account(accounted: moved.accounted, clock: moved.clock, barrier: moved.barrier),
          boot: isBoot ? ProcessIdentity.currentBoot : nil)
      }
    } catch {
      (admission, runs, numbers) = before
      if lateCause != Self.unwritable {
        log.say(.error, "history", "due times wait until it can be written: \(error.message)")
      }
      lateCause = Self.unwritable
      return false
    }
    account = moved
    isBoot = false
    lateCause = Self.heldUp
    tellUnrun(rows)
    for (running, waiting, at) in replaced { replace(running, waiting, at) }
    _ = agenda.take(through: now)
    if moved.accounted < from {
      table.clampSince(to: now)
      fillAgenda()
    } else {
      Set(due.map(\.place)).forEach(schedule)
    }
    return true
  }

  static let heldUp = "the daemon was held up"
  /// Milliseconds of a step or a sleep that make things late.
  private static let notable: Int64 = 60_000
  private static let unwritable = "the history could not be written"

  private func row(_ due: Due, created: Int64, clock: Int32) -> Execution {
    let (job, decision) = (due.job, due.decision)
    var execution = Execution(
      id: ULIDSource.shared.next(at: created), job: job.id, env: job.env, trigger: due.trigger, created: created,
      scheduled: decision.at * 1000, attempts: Int32(clamping: job.policy.attempts),
      digest: job.digest.isEmpty ? nil : job.digest, commit: job.commit, owner: supervisor.owner)
    execution.dueCount = Int32(clamping: decision.count)
    execution.firstDue = decision.first.map { $0 * 1000 }
    execution.clock = clock
    execution.labels = job.labels
    switch decision.verdict {
    case .run(let reason):
      execution.reason = reason
      execution.keeper = supervisor.keeperName
    case .skipped(let reason): (execution.state, execution.reason) = (.skipped, reason)
    case .missed(let reason): (execution.state, execution.reason) = (.missed, reason)
    case .deduplicated(let reason): (execution.state, execution.reason) = (.deduplicated, reason)
    }
    if !execution.state.isOpen { execution.ended = created }
    return execution
  }

  private func tellUnrun(_ rows: [Execution]) {
    for row in rows where !row.state.isOpen {
      countEnd(row)
      let at = Instant(milliseconds: row.scheduled ?? row.created).rfc3339
      let times = row.dueCount > 1 ? "\(row.dueCount) due times up to \(at)" : "due \(at)"
      log.run(.warning, job: row.job, "\(row.state.rawValue) (\(times)): \(row.reason ?? "")")
    }
  }

  private func replace(_ running: [Int], _ waiting: [Int], _ at: Int64) {
    let reason = "replaced by the run due at \(Instant(seconds: at).rfc3339)"
    for number in waiting { drop(number, .skipped, reason) }
    for number in running {
      if let id = runs[number]?.execution.id { supervisor.stop(id, reason: reason) }
    }
  }
}
