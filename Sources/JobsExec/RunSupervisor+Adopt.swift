import CLinux
import Glibc
package import JobsCore
package import JobsStore

/// Runs that an earlier process started, and whose keeper lives or left its notes.
extension RunSupervisor {
  /// What earlier keepers left.
  package struct Legacy {
    /// The jobs that stand in their files, by their executions.
    package var jobs: [ULID: KeptJob] = [:]
    /// The executions amid whose start a keeper was killed, and of which no process is there: nobody knows whether they
    /// ran.
    package var unknown: Set<ULID> = []
    /// What is wrong with files that cannot be read.
    package var problems: [Failure] = []
  }

  /// Takes the files of earlier keepers; nothing can be started there any more.
  package func takeKeepers() -> Legacy {
    var legacy = Legacy()
    guard let keeping else { return legacy }
    groups.removeStale()
    for name in FolderReader.names(in: keeping.folder).sorted() where ULID(name) != nil {
      let path = "\(keeping.folder)/\(name)"
      guard path != keeper?.path else { continue }
      do throws(Failure) {
        guard let file = try KeeperFile.close(path) else {
          unlink(path)
          continue
        }
        let found = file.jobs + Self.interrupted(in: file, &legacy.unknown)
        for job in found { legacy.jobs[job.execution] = job }
        adopted[path] = (file, Set(found.map(\.execution)))
      } catch {
        legacy.problems.append(error)
      }
    }
    legacy.unknown.subtract(legacy.jobs.keys)
    return legacy
  }

  /// The jobs amid whose start the keeper was killed and whose processes are there.
  private static func interrupted(in file: KeeperFile, _ unknown: inout Set<ULID>) -> [KeptJob] {
    let starts = file.interruptedStarts
    guard !starts.isEmpty else { return [] }
    let leaders = ProcessTable.snapshot().filter { $0.session == $0.pid && !$0.hasEnded }
    return starts.compactMap { start in
      let mark = ProcessEnvironment.mark(of: start.execution)
      guard let entry = leaders.first(where: { ProcessTable.environment(of: $0.pid, contains: mark) }) else {
        unknown.insert(start.execution)
        return nil
      }
      let process = ProcessIdentity(pid: entry.pid, startTicks: entry.startTicks, boot: file.keeper.boot)
      return KeptJob(start, process)
    }
  }

  /// Follows a run that an earlier process started, to the end that its keeper notes or noted.
  ///
  /// - Parameters:
  ///   - execution: its row, as it stands.
  ///   - job: as the keeper noted it.
  package func adopt(_ execution: Execution, _ job: KeptJob, _ request: RunRequest) {
    guard let file = adopted.values.first(where: { $0.runs.contains(job.execution) })?.file else { return }
    let age = max(Instant.now().milliseconds - job.started, 0)
    let run = begin(
      execution, request, pid: job.process.pid, job.process, watcher: .file(file, slot: job.slot),
      startedAt: monotonicNow() - age * 1_000_000, started: execution.started ?? job.started,
      options.paths(execution.id), nil, nil)
    run.tree.adopter = file.keeper.pid
    run.tree.group = groups.find(job.execution, leader: job.process.pid)
    if job.end == nil { holdAgain(request.locks, for: run) }
    let serial = enter(run)
    tell(.started(run.execution))
    advance(run, serial, .pipesClosed)
    if job.end == nil {
      let pidfd = linux_pidfd_open(job.process.pid)
      // The number may be somebody else's by now.
      if pidfd >= 0, job.process.isAlive { run.pidfd = FileDescriptor(pidfd) } else if pidfd >= 0 { close(pidfd) }
      if let pidfd = run.pidfd { _ = loop.watch(pidfd, token: Token.make(serial, .process)) }
    }
    pollLeader(run, serial)
  }

  /// Whether the end of an adopted run is known, or known to be unknown.
  func look(_ run: ActiveRun, _ file: KeeperFile, _ slot: Int) -> Bool {
    // First: a keeper notes the last end and leaves, and what it noted is final only then.
    let isKeeperAlive = file.isKeeperAlive
    let job = file.job(slot)
    if let end = job?.end {
      run.end = end
      run.tree.leaderEnd = end.ticks
      // The keeper reads on what the job wrote last.
      return !isKeeperAlive || (job?.stdout.isOpen == false && job?.stderr.isOpen == false)
    }
    if isKeeperAlive || run.execution.process?.isAlive == true { return false }
    run.lost = "its keeper was killed, so nobody saw how it ended"
    return true
  }

  /// What an adopted run wrote, as its files have it.
  func take(_ job: KeptJob?, into execution: inout Execution) {
    execution.stdout = stream(execution, .stdout, job?.stdout)
    execution.stderr = stream(execution, .stderr, job?.stderr)
  }

  private func stream(
    _ execution: Execution, _ name: RunEvent.Stream, _ output: KeptJob.Output?
  ) -> Execution.Stream {
    var status = stat()
    guard let path = options.paths(execution.id)?[name], stat(path, &status) == 0 else {
      return Execution.Stream(bytes: output?.read ?? 0)
    }
    let kept = Int64(status.st_size)
    return Execution.Stream(bytes: kept + (output?.read ?? 0) - (output?.kept ?? 0), kept: kept, path: path)
  }
}
