import JobsCore
import JobsExec
import JobsManifest
import JobsSchedule
import JobsStore

extension Daemon {
  /// Takes over what an earlier daemon left open: runs that go on, runs that ended meanwhile, and runs that have not
  /// started. Nothing of it can be started by anybody else once the keepers' files are taken.
  func adoptRuns() throws(Failure) {
    _ = try ledger.history.heal(now: Instant.now().milliseconds)
    let legacy = supervisor.takeKeepers()
    let jobs = legacy.jobs
    for problem in legacy.problems { log.say(.error, "adoption", problem.message) }
    try supervisor.startKeeper()
    var unkept = Set(jobs.keys)
    var counts = (adopted: 0, waiting: 0, lost: 0)
    for row in try ledger.history.keptRuns() {
      if let job = jobs[row.id] {
        unkept.remove(row.id)
        adopt(row, job)
        counts.adopted += 1
      } else if legacy.unknown.contains(row.id) {
        lose(row, "its keeper was killed amid its start, so whether it ran is not known")
        counts.lost += 1
      } else if mayResume(row) {
        resume(row)
        counts.waiting += 1
      } else {
        lose(
          row,
          row.owner.boot != ProcessIdentity.currentBoot
            ? "the host was restarted\(row.state == .running ? " while it ran" : "; whether it ran is not known")"
            : "its daemon and its keeper are gone, so nobody saw how it ended")
        counts.lost += 1
      }
    }
    // Their ends are kept already, but where the history had to begin anew.
    for job in unkept.sorted().compactMap({ jobs[$0] }) where job.end == nil {
      log.say(
        .warning, "adoption",
        "process \(job.process.pid) goes on as execution '\(job.execution)', which is not in the history")
    }
    supervisor.release(Array(unkept))
    if counts != (0, 0, 0) {
      log.say(
        .info, "adoption",
        "runs that were left open: \(counts.adopted) started, \(counts.waiting) wait for their start, \(counts.lost) lost"
      )
    }
    commit(monotonicNow())
  }

  private func adopt(_ row: Execution, _ job: KeptJob) {
    let number = claimNumber()
    let known = table.place(of: row.job).flatMap { table[$0]?.job }
    let ticket = ticket(number, row, known)
    var execution = row
    execution.owner = supervisor.owner
    let request = known.flatMap { try? host.plan($0) }
    runs[number] = DaemonRun(ticket: ticket, job: known, execution: execution, request: request, isAdopted: true)
    numbers[row.id] = number
    admission.resume(ticket)
    supervisor.adopt(
      execution, job, request ?? RunRequest(job: row.job, launch: LaunchRequest(command: .words([]))))
  }

  /// Whether a run that no keeper knows was certainly not started.
  ///
  /// A keeper's file outlives its daemon, and not a crash of the host; a daemon that ended in order says so.
  private func mayResume(_ row: Execution) -> Bool {
    guard row.state == .pending else { return false }
    return row.owner.pid == 0 || row.owner.boot == ProcessIdentity.currentBoot
      || row.scheduled ?? 0 > Instant.now().milliseconds
  }

  private func resume(_ row: Execution) {
    let number = claimNumber()
    let known = table.place(of: row.job).flatMap { table[$0]?.job }
    var execution = row
    execution.owner = supervisor.owner
    execution.keeper = supervisor.keeperName
    let ticket = ticket(number, row, known)
    runs[number] = DaemonRun(ticket: ticket, job: known, execution: execution)
    numbers[row.id] = number
    let isFollowing = row.trigger == "retry" || row.trigger == "fallback"
    if isFollowing { admission.continueRun(ticket) } else { admission.rejoin(ticket) }
    ledger.change(execution)
  }

  private func lose(_ row: Execution, _ reason: String) {
    var execution = row
    execution.state = .lost
    execution.ended = Instant.now().milliseconds
    execution.reason = reason
    ledger.change(execution)
    log.run(.error, job: row.job, "lost: \(reason)", execution: "\(row.id)")
  }

  private func ticket(_ number: Int, _ row: Execution, _ job: DaemonJob?) -> Ticket {
    let wait = wait(row, job)
    return Ticket(
      run: number, job: row.job, concurrency: job?.policy.concurrency ?? .allow, priority: job?.policy.priority ?? 0,
      due: row.scheduled ?? row.created, notBefore: wait == 0 ? 0 : monotonicNow() / 1_000_000 + wait,
      locks: job?.policy.locks ?? [], pools: job?.policy.pools ?? [])
  }

  /// Milliseconds that are left of a pause between attempts, or of what a first start was put off by; a clock that was set
  /// back makes the latter no longer.
  private func wait(_ row: Execution, _ job: DaemonJob?) -> Int64 {
    if row.trigger == "retry" { return max((row.scheduled ?? 0) - clock.now, 0) }
    guard row.trigger == "schedule", let job, let at = row.scheduled else { return 0 }
    let delay = job.policy.delay(job: row.job, at: at / 1000, isLate: row.reason != nil)
    return min(max(row.created + delay - clock.now, 0), delay)
  }

  /// Says of runs that wait that they were not started, so that the next daemon may start them.
  func leaveWaiting() {
    for run in runs.values {
      var execution = run.execution
      execution.owner.pid = 0
      ledger.change(execution)
    }
  }
}
