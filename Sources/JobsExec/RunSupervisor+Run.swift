import CLinux
import Glibc
import JobsCore
import JobsStore

extension RunSupervisor {
  func watch(_ run: ActiveRun, _ serial: UInt64) {
    run.isWatched = true
    let sources = [(run.stdout.pipe, Token.Source.stdout), (run.stderr.pipe, .stderr), (run.pidfd, .process)]
    let watched = sources.allSatisfy { descriptor, source in
      descriptor.map { loop.watch($0, token: Token.make(serial, source)) } ?? true
    }
    guard !watched else { return }
    // A run that cannot be followed is not left alone. Its end is then looked for, as without pidfds.
    let reason = "cannot follow it: \(systemMessage())"
    run.pidfd = nil
    closePipe(of: run.stdout, run)
    closePipe(of: run.stderr, run)
    advance(run, serial, .pipesClosed)
    advance(run, serial, .kill(.cancelled(reason: reason)))
  }

  /// When the next run has lasted long enough for its pipes to be watched, in nanoseconds of the monotonic clock.
  var watchAt: Int64? { unwatched.first.map { (active[$0]?.startedAt ?? 0) + Self.watchDelay } }

  /// Watches the pipes of runs that last. Those of a run that is over before are read at its end, without the loop being
  /// told of them, woken by them and told to forget them.
  func watchLasting(_ now: Int64) {
    while let serial = unwatched.first {
      let run = active[serial]
      guard run.map({ $0.startedAt + Self.watchDelay <= now }) ?? true else { return }
      unwatched.removeFirst()
      if let run, !run.isWatched { watch(run, serial) }
    }
  }

  /// The leader has ended, as a keeper says.
  func endLeader(_ run: ActiveRun, _ serial: UInt64) {
    guard run.leaderEndedAt == nil else { return }
    run.leaderEndedAt = monotonicNow()
    if !run.isWatched {
      read(run, serial, run.stdout, .stdout)
      read(run, serial, run.stderr, .stderr)
    }
    advance(run, serial, .leaderEnded)
    if !run.isWatched, active[serial] != nil { watch(run, serial) }
  }

  /// Reads what there is, but no more than a few buffers, so that one job's flood does not hold up the others.
  func read(_ run: ActiveRun, _ serial: UInt64, _ stream: RunStream, _ name: RunEvent.Stream) {
    // A daemon that is killed between reading and writing takes with it what it has read.
    stream.prepare()
    for _ in 0..<8 {
      guard let pipe = stream.pipe else { return }
      let count = buffer.withUnsafeMutableBytes { Glibc.read(pipe.number, $0.baseAddress, $0.count) }
      if count > 0 {
        let bytes = buffer[..<count]
        stream.append(bytes)
        tell(.output(run.execution, name, bytes))
        // The end of a job that has ended may be in the pipe already.
        if count < buffer.count, run.leaderEndedAt == nil { return }
        continue
      }
      if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
      closePipe(of: stream, run)
      if run.stdout.pipe == nil && run.stderr.pipe == nil { advance(run, serial, .pipesClosed) }
      return
    }
  }

  /// Closes our end of a pipe. The keeper has it too, so that closing alone would not end its being watched: the loop
  /// would wake without end until the keeper lets go.
  private func closePipe(of stream: RunStream, _ run: ActiveRun) {
    if let pipe = stream.pipe, run.isWatched { loop.forget(pipe.number) }
    stream.pipe = nil
  }

  /// Has the leader ended, as far as can be seen without being told?
  func pollLeader(_ run: ActiveRun, _ serial: UInt64) {
    guard run.leaderEndedAt == nil else { return }
    if case .file(let file, let slot) = run.watcher {
      guard look(run, file, slot) else { return }
    } else if run.execution.process.map(\.isAlive) ?? !(ProcessEntry(of: run.tree.leader)?.hasEnded ?? true) {
      return
    }
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
      case .kill: next = .tree(alive: run.tree.kill())
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
    closePipe(of: run.stdout, run)
    closePipe(of: run.stderr, run)
    leave(run, serial)

    var execution = run.execution
    let endedAt = run.leaderEndedAt ?? monotonicNow()
    let duration = (endedAt - run.startedAt) / 1_000_000
    execution.duration = duration
    execution.ended = execution.started.map { $0 + duration }
    if let end = run.end {
      execution.duration = end.duration
      execution.ended = end.at
      execution.cpu = end.cpu
      execution.memory = end.memory
      finish(&execution, run, status: end.status)
    } else if run.lost == nil, let (status, usage) = Leaders.shared.reap(run.tree.leader) {
      execution.cpu = Self.milliseconds(usage.ru_utime) + Self.milliseconds(usage.ru_stime)
      execution.memory = Int64(usage.ru_maxrss) << 10
      finish(&execution, run, status: status)
    } else {
      execution.state = .lost
      execution.reason = run.lost ?? "somebody else waited for its process"
    }
    if let group = run.tree.group {
      // With those that nobody waited for.
      execution.cpu = group.cpu ?? execution.cpu
      execution.memory = group.peakMemory ?? execution.memory
      groups.remove(group)
    }
    if case .keeper(let keeper, let slot) = run.watcher { unreleased[execution.id] = (keeper, slot) }
    if case .file(let file, let slot) = run.watcher {
      take(file.job(slot), into: &execution)
    } else {
      let (stdout, stdoutFailure) = run.stdout.finish()
      let (stderr, stderrFailure) = run.stderr.finish()
      execution.stdout = stdout
      execution.stderr = stderr
      for case let failure? in [stdoutFailure, stderrFailure] { tell(.outputLost(execution, failure)) }
    }
    tell(.ended(execution, stdout: run.stdout.kept, stderr: run.stderr.kept))
  }

  private func finish(_ execution: inout Execution, _ run: ActiveRun, status: Int32) {
    execution.end(
      status: status, stop: run.lifecycle.stop, timeout: run.request.timeout, patterns: run.request.failures,
      stdout: run.stdout.kept, stderr: run.stderr.kept)
  }

  /// From a run's start to the watching of its pipes, which hold what it writes until then.
  private static let watchDelay: Int64 = 20_000_000

  private static func milliseconds(_ time: timeval) -> Int64 {
    Int64(time.tv_sec) * 1000 + Int64(time.tv_usec) / 1000
  }
}
