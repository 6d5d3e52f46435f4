import CLinux
import Glibc
import JobsCore
import JobsStore

extension Engine {
  /// Starts what is due, as far as there is room.
  func startDue() {
    guard stopping == nil else { return cancelQueue() }
    let now = monotonicNow()
    while active.count < max(options.parallelism, 1), stopping == nil,
      let place = queue.lastIndex(where: { $0.notBefore <= now })
    {
      guard mayStart() else { return cancelQueue() }
      let waiting = queue.remove(at: place)
      guard start(waiting) else { return queue.append(waiting) }
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

  /// False if the host is short of something that the end of another run will give back.
  private func start(_ waiting: Waiting) -> Bool {
    let request = requests[waiting.request]
    var execution = waiting.execution
    let identity = ProcessEnvironment.identity(of: execution, scheduledAt: request.scheduledAt)
    let startedAt = monotonicNow()
    let started = Instant.now()
    let process: LaunchedProcess
    do throws(LaunchFailure) {
      process = try launcher.launch(request.launch, identity: identity)
    } catch {
      if error.isShortage && !active.isEmpty { return false }
      execution.end(error)
      execution.ended = started.milliseconds
      hints[waiting.request] = error.hint
      close(execution, request: waiting.request)
      return true
    }
    hints[waiting.request] = nil
    execution.state = .running
    execution.started = started.milliseconds
    execution.process = process.identity
    let day = String(started.rfc3339.prefix(10))
    let run = ActiveRun(
      request: waiting.request, execution: execution, process: process,
      lifecycle: RunLifecycle(
        now: startedAt, timeout: request.timeout?.nanoseconds, grace: request.grace.nanoseconds,
        drain: options.drain.nanoseconds),
      startedAt: startedAt,
      stdout: RunStream(
        pipe: process.stdout, kept: HeadTail(limit: options.memoryLimit),
        file: options.file(execution, day: day, stream: .stdout)),
      stderr: RunStream(
        pipe: process.stderr, kept: HeadTail(limit: options.memoryLimit),
        file: options.file(execution, day: day, stream: .stderr)))
    let serial = nextSerial
    nextSerial += 1
    active[serial] = run
    watch(run, serial, process)
    tell(.started(execution))
    return true
  }

  private func watch(_ run: ActiveRun, _ serial: UInt64, _ process: LaunchedProcess) {
    let watched =
      loop.watch(process.stdout, token: Token.make(serial, .stdout))
      && loop.watch(process.stderr, token: Token.make(serial, .stderr))
      && (process.pidfd.map { loop.watch($0, token: Token.make(serial, .process)) } ?? true)
    guard !watched else { return }
    // A run that cannot be followed is not left alone. Its end is then looked for, as without pidfds.
    let reason = "cannot follow it: \(systemMessage())"
    run.pidfd = nil
    run.stdout.pipe = nil
    run.stderr.pipe = nil
    advance(run, serial, .pipesClosed)
    advance(run, serial, .kill(.cancelled(reason: reason)))
  }

  /// Reads what there is, but no more than a few buffers, so that one job's flood does not hold up the others.
  func read(_ run: ActiveRun, _ serial: UInt64, _ stream: RunStream, _ name: RunEvent.Stream) {
    for _ in 0..<8 {
      guard let pipe = stream.pipe else { return }
      let count = buffer.withUnsafeMutableBytes { Glibc.read(pipe.number, $0.baseAddress, $0.count) }
      if count > 0 {
        let bytes = buffer[..<count]
        stream.append(bytes)
        tell(.output(run.execution, name, bytes))
        if count < buffer.count { return }
        continue
      }
      if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
      stream.pipe = nil
      if run.stdout.pipe == nil && run.stderr.pipe == nil { advance(run, serial, .pipesClosed) }
      return
    }
  }

  /// For a kernel without pidfds: has the leader ended?
  func pollLeader(_ run: ActiveRun, _ serial: UInt64) {
    guard run.leaderEndedAt == nil, ProcessEntry(of: run.tree.leader)?.hasEnded ?? true else { return }
    run.leaderEndedAt = monotonicNow()
    advance(run, serial, .leaderEnded)
  }

  /// Hands an event to the run's state machine and does as it says, until there is nothing more to do.
  func advance(_ run: ActiveRun, _ serial: UInt64, _ event: RunLifecycle.Event) {
    var next: RunLifecycle.Event? = event
    while let event = next {
      switch run.lifecycle.handle(event, now: monotonicNow()) {
      case nil: next = nil
      // A stopped process acts on TERM only once it goes on.
      case .terminate: next = .tree(alive: run.tree.signal([SIGTERM, SIGCONT]))
      case .kill: next = .tree(alive: run.tree.signal([SIGKILL]))
      case .look: next = .tree(alive: run.tree.members().count)
      case .finish:
        finish(run, serial)
        next = nil
      }
    }
  }

  private func finish(_ run: ActiveRun, _ serial: UInt64) {
    // What came between the last look at the pipes and now.
    read(run, serial, run.stdout, .stdout)
    read(run, serial, run.stderr, .stderr)
    run.stdout.pipe = nil
    run.stderr.pipe = nil
    active[serial] = nil

    var execution = run.execution
    let endedAt = run.leaderEndedAt ?? monotonicNow()
    let duration = (endedAt - run.startedAt) / 1_000_000
    execution.duration = duration
    execution.ended = execution.started.map { $0 + duration }
    if let (status, usage) = Leaders.shared.reap(run.tree.leader) {
      execution.end(
        status: status, stop: run.lifecycle.stop, timeout: requests[run.request].timeout, stdout: run.stdout.kept,
        stderr: run.stderr.kept)
      execution.cpu = Self.milliseconds(usage.ru_utime) + Self.milliseconds(usage.ru_stime)
    } else {
      execution.state = .lost
      execution.reason = "somebody else waited for its process"
    }
    let (stdout, stdoutFailure) = run.stdout.finish()
    let (stderr, stderrFailure) = run.stderr.finish()
    execution.stdout = stdout
    execution.stderr = stderr
    for case let failure? in [stdoutFailure, stderrFailure] { tell(.outputLost(execution, failure)) }
    close(execution, request: run.request, stdout: run.stdout.kept, stderr: run.stderr.kept)
  }

  /// Tells the end of an attempt, and puts another in the queue if there is to be one.
  private func close(
    _ execution: Execution, request index: Int, stdout: HeadTail = HeadTail(limit: 0),
    stderr: HeadTail = HeadTail(limit: 0)
  ) {
    attempts[index].append(execution)
    tell(.ended(execution, stdout: stdout, stderr: stderr))
    let request = requests[index]
    let attempt = Int(execution.attempt)
    guard stopping == nil, execution.state == .failed, let failureClass = execution.failureClass,
      request.retry.retries(failureClass, attempt: attempt)
    else { return }
    let wait = request.retry.wait(after: attempt, using: &jitter)
    let now = Instant.now()
    let milliseconds = now.milliseconds + wait.nanoseconds / 1_000_000
    let due = Instant(seconds: milliseconds / 1000, nanoseconds: Int32(milliseconds % 1000) * 1_000_000)
    let next = request.pending(
      attempt: attempt + 1, id: ULIDSource.shared.next(at: now.milliseconds), now: now, due: due, owner: owner)
    queue.append(Waiting(request: index, execution: next, notBefore: monotonicNow() + wait.nanoseconds))
    tell(.retrying(next, after: wait))
  }

  /// Ends what runs, and what has not started.
  ///
  /// - Parameter force: by KILL at once.
  func stop(reason: String, force: Bool) {
    stopping = stopping ?? "\(reason) before the start"
    isEnding = true
    for (serial, run) in active {
      advance(run, serial, force ? .kill(.cancelled(reason: reason)) : .stop(.cancelled(reason: reason)))
    }
  }

  private func cancelQueue() {
    for var waiting in queue.reversed() {
      waiting.execution.state = .cancelled
      waiting.execution.reason = stopping
      waiting.execution.ended = Instant.now().milliseconds
      attempts[waiting.request].append(waiting.execution)
      tell(.ended(waiting.execution, stdout: HeadTail(limit: 0), stderr: HeadTail(limit: 0)))
    }
    queue = []
  }

  private func tell(_ event: RunEvent) {
    if case .output = event {} else { dirtySince = dirtySince ?? monotonicNow() }
    for observer in observers { observer.observe(event) }
  }

  private static func milliseconds(_ time: timeval) -> Int64 {
    Int64(time.tv_sec) * 1000 + Int64(time.tv_usec) / 1000
  }
}
