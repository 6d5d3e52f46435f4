import JobsCore
import JobsExec
import JobsManifest
import JobsSchedule
import JobsStore

extension Daemon {
  /// Whether a due run may join those that wait for their start.
  ///
  /// - Parameter now: milliseconds since the epoch.
  func offer(_ ticket: Ticket, _ job: DaemonJob, now: Int64) -> Admission.Verdict {
    if let quiet = job.policy.quiet, quiet.isQuiet(now.floorDivided(by: 1000)) {
      return .skipped(reason: "quiet hours")
    }
    if let circuit = circuit(of: job) {
      let isProbing = circuit.openedAt != nil && runs.values.contains { $0.execution.job == job.id }
      if case .open(let until) = circuit.verdict(now: now, isProbing: isProbing) {
        let rest = until > now ? "until \(Instant(milliseconds: until).rfc3339)" : "and a run that decides goes on"
        return .skipped(reason: "the circuit breaker is open after \(circuit.failures) failures, \(rest)")
      }
    }
    return admission.offer(ticket)
  }

  private func circuit(of job: DaemonJob) -> CircuitBreaker? {
    let known = breakers[job.id]
    return job.policy.circuit(failures: known?.failures ?? 0, openedAt: known?.opened)
  }

  /// Lets the job's breaker count how a run ended after its last attempt.
  private func count(_ execution: Execution, of job: DaemonJob) {
    guard [.succeeded, .failed].contains(execution.state), var circuit = circuit(of: job) else { return }
    let before = circuit
    circuit.record(succeeded: execution.state == .succeeded, now: clock.now)
    guard circuit != before else { return }
    let row = RunHistory.Breaker(job: job.id, failures: circuit.failures, opened: circuit.openedAt)
    breakers[job.id] = circuit.failures > 0 ? row : nil
    ledger.set(row)
    if circuit.openedAt != nil, before.openedAt == nil {
      log.run(.error, job: job.id, "the circuit breaker opens after \(circuit.failures) failures in a row")
    } else if circuit.openedAt == nil, before.openedAt != nil {
      log.run(.info, job: job.id, "the circuit breaker closes")
    }
  }

  /// Starts what may start now.
  ///
  /// - Parameter now: nanoseconds of the monotonic clock.
  func startWaiting(_ now: Int64) {
    guard case .running = phase, admission.waitingCount > 0 else { return }
    if let shortUntil, now < shortUntil { return }
    shortUntil = nil
    // What cannot be recorded is not started.
    guard ledger.failure == nil || ledger.commit(now: now) else { return }
    while shortUntil == nil, supervisor.room > 0,
      let number = admission.startable(now: now / 1_000_000, atMost: 1).first
    {
      start(number)
    }
  }

  private func start(_ number: Int) {
    guard var run = runs[number] else { return admission.finish(number) }
    guard let job = run.job else { return drop(number, .cancelled, "the job is gone") }
    do throws(LaunchFailure) {
      var request = try host.plan(job)
      request.trigger = run.execution.trigger
      request.scheduledAt = run.execution.scheduled.map { Instant(milliseconds: $0) }
      if run.execution.trigger == "fallback", let fallback = request.fallback { request.launch.command = fallback }
      run.request = request
      runs[number] = run
      supervisor.start(run.execution, request)
    } catch {
      refuse(number, run.execution, error)
    }
  }

  /// A run that could not start: what the host is short of, the end of another run may give back.
  private func unstarted(_ number: Int, _ execution: Execution, _ failure: LaunchFailure) {
    guard failure.isShortage else { return refuse(number, execution, failure) }
    admission.putBack(number)
    shortUntil = monotonicNow() + Self.shortage
    log.run(.warning, job: execution.job, "waits for its start: \(failure.message)", execution: "\(execution.id)")
  }

  /// A run that waits for another process: nobody tells when that lets go.
  private func locked(_ number: Int, _ execution: Execution, _ name: String) {
    admission.putOff(number, until: monotonicNow() / 1_000_000 + Self.lockInterval)
    guard runs[number]?.isToldLocked == false else { return }
    runs[number]?.isToldLocked = true
    log.run(
      .info, job: execution.job, "waits for the lock '\(name)', which another process holds",
      execution: "\(execution.id)")
  }

  private func refuse(_ number: Int, _ execution: Execution, _ failure: LaunchFailure) {
    var execution = execution
    execution.end(failure)
    execution.ended = Instant.now().milliseconds
    ended(number, execution, output: [])
  }

  /// What the supervisor tells.
  func observe(_ event: RunEvent) {
    switch event {
    case .started(let execution):
      guard let number = numbers[execution.id] else { return }
      runs[number]?.execution = execution
      ledger.change(execution)
      guard runs[number]?.isAdopted == false else {
        return log.run(.info, job: execution.job, "taken over from an earlier daemon", execution: "\(execution.id)")
      }
      countStart(execution)
      host.started(execution)
      log.run(.info, job: execution.job, "started\(Self.attempt(execution))", execution: "\(execution.id)")
    case .unstarted(let execution, let failure):
      if let number = numbers[execution.id] { unstarted(number, execution, failure) }
    case .ended(let execution, let stdout, let stderr):
      guard let number = numbers[execution.id] else { return ledger.change(execution) }
      shortUntil = nil
      ended(number, execution, output: stderr.total > 0 ? stderr.last(Self.tail) : stdout.last(Self.tail))
      // At once, so that the next one is started while more ends are taken in.
      startWaiting(monotonicNow())
    case .outputLost(let execution, let failure):
      log.run(.warning, job: execution.job, failure.message, execution: "\(execution.id)")
    case .locked(let execution, let name):
      if let number = numbers[execution.id] { locked(number, execution, name) }
    case .unlocked(let execution, let name):
      log.run(
        .warning, job: execution.job, "goes on without the lock '\(name)', which another process took meanwhile",
        execution: "\(execution.id)")
    case .output, .retrying: break
    }
  }

  /// The end of an attempt: another one follows, or the run is over.
  private func ended(_ number: Int, _ execution: Execution, output: [UInt8]) {
    guard let run = runs[number] else { return }
    ledger.change(execution)
    countEnd(execution)
    tellEnd(execution)
    let next = following(run, execution)
    host.ended(execution, output: output, isFinal: next == nil)
    keepDeadLetter(run, execution)
    if let next {
      forget(number)
      let wait = max((next.scheduled ?? 0) - (execution.ended ?? 0), 0)
      let ticket = Ticket(
        copying: run.ticket, run: claimNumber(), notBefore: monotonicNow() / 1_000_000 + wait)
      admission.retry(number, as: ticket)
      runs[ticket.run] = DaemonRun(ticket: ticket, job: run.job, execution: next)
      numbers[next.id] = ticket.run
      ledger.add(next)
      let what = next.trigger == "fallback" ? "the fallback" : "attempt \(next.attempt) of \(next.attempts)"
      log.run(.info, job: next.job, "\(what) follows in \((wait + 500) / 1000) s", execution: "\(next.id)")
      return
    }
    if execution.trigger != "fallback", let job = run.job { count(execution, of: job) }
    forget(number)
    admission.finish(number)
  }

  /// Keeps what failed for good, if the job wants that. A fallback that follows does not undo the failure.
  private func keepDeadLetter(_ run: DaemonRun, _ execution: Execution) {
    guard let job = run.job, job.policy.keepsDeadLetters, execution.state == .failed, execution.trigger != "fallback",
      let failureClass = execution.failureClass,
      run.request?.retry.retries(failureClass, attempt: Int(execution.attempt)) != true
    else { return }
    ledger.addDeadLetter(execution, record: job.wholeRecord)
    log.run(.error, job: job.id, "kept as a dead letter", execution: "\(execution.id)")
  }

  /// What follows an attempt: another one, or the fallback; nil for nothing.
  private func following(_ run: DaemonRun, _ execution: Execution) -> Execution? {
    if let next = retry(run, execution) { return next }
    guard execution.state == .failed, execution.trigger != "fallback", let request = run.request,
      request.fallback != nil
    else { return nil }
    if let job = run.job { count(execution, of: job) }
    var next = request.following(execution, after: .zero, owner: supervisor.owner)
    next.trigger = "fallback"
    next.attempt = 1
    next.attempts = 1
    next.keeper = supervisor.keeperName
    return next
  }

  /// The row of the attempt that follows; nil for none.
  private func retry(_ run: DaemonRun, _ execution: Execution) -> Execution? {
    guard execution.trigger != "fallback", execution.state == .failed, let failureClass = execution.failureClass,
      let request = run.request,
      request.retry.retries(failureClass, attempt: Int(execution.attempt))
    else { return nil }
    let wait = request.retry.wait(after: Int(execution.attempt), failureClass, using: &jitter)
    var next = request.following(execution, after: wait, owner: supervisor.owner)
    next.keeper = supervisor.keeperName
    return next
  }

  /// Ends a run that has not started.
  func drop(_ number: Int, _ state: ExecutionState, _ reason: String) {
    guard var execution = runs[number]?.execution else { return }
    execution.state = state
    execution.reason = reason
    execution.ended = Instant.now().milliseconds
    ledger.change(execution)
    countEnd(execution)
    forget(number)
    admission.finish(number)
    log.run(.warning, job: execution.job, "\(state.rawValue): \(reason)", execution: "\(execution.id)")
  }

  func forget(_ number: Int) {
    guard let run = runs.removeValue(forKey: number) else { return }
    numbers[run.execution.id] = nil
  }

  private func tellEnd(_ execution: Execution) {
    let level: DaemonLog.Level = execution.state == .succeeded ? .info : .error
    var message = execution.state.rawValue + Self.attempt(execution)
    if let failureClass = execution.failureClass { message += " (\(failureClass.rawValue))" }
    if let words = execution.error ?? execution.reason { message += ": \(words)" }
    if let duration = execution.duration { message += " after \(Double(duration) / 1000) s" }
    log.run(level, job: execution.job, message, execution: "\(execution.id)")
  }

  private static func attempt(_ execution: Execution) -> String {
    execution.attempts > 1 ? " (attempt \(execution.attempt) of \(execution.attempts))" : ""
  }

  /// How long a host that is short of processes or descriptors is given, in nanoseconds.
  private static let shortage: Int64 = 200_000_000
  /// How often a lock that another process holds is tried again, in milliseconds.
  private static let lockInterval: Int64 = 250
  /// Bytes of a run's output that are told with its end.
  private static let tail = 10_000
}
