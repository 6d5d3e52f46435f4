import Glibc
package import JobsCore
package import JobsStore

/// A run that a keeper was asked to start.
struct AskedRun {
  var execution: Execution
  var request: RunRequest
  var group: ControlGroup?
  var locks: [FileLock]
  var paths: OutputPaths?
  /// Why it is to be ended as soon as it has started.
  var stop: (reason: String, force: Bool)?
}

/// Runs by way of a keeper, so that they outlive this process.
extension RunSupervisor {
  /// The name of the keeper that starts what is started now; nil where this process does.
  package var keeperName: String? { keeping == nil ? nil : lastKeeper }

  /// Starts a keeper if none is there.
  package func startKeeper() throws(Failure) {
    guard keeper == nil, let keeping else { return }
    let id = ULIDSource.shared.next(at: Instant.now().milliseconds)
    let new = try Keeper.start(launcher: keeping.launcher, path: "\(keeping.folder)/\(id)")
    keeper = new
    lastKeeper = new.name
    try watch(new.descriptor.number) { [unowned self] in takeReports() }
  }

  func startKept(
    _ execution: Execution, _ request: RunRequest, _ group: ControlGroup?, _ locks: [FileLock]
  ) throws(LaunchFailure) {
    do throws(Failure) {
      try startKeeper()
    } catch {
      throw LaunchFailure(.resource, 125, error.message, hint: error.hint)
    }
    guard let keeper else { return }
    let identity = ProcessEnvironment.identity(of: execution, scheduledAt: request.scheduledAt)
    let paths = options.paths(execution.id)
    asked[execution.id] = AskedRun(execution: execution, request: request, group: group, locks: locks, paths: paths)
    do throws(LaunchFailure) {
      try keeper.ask(
        request.launch, identity: identity, execution: execution.id, stdout: keptFile(paths?[.stdout]),
        stderr: keptFile(paths?[.stderr]))
    } catch {
      asked[execution.id] = nil
      throw error
    }
    if keeper.hasNews { takeReports() }
  }

  /// Follows what the keeper has started.
  private func follow(_ process: KeptProcess, of keeper: Keeper) {
    guard let asked = asked.removeValue(forKey: process.execution) else { return }
    let run = begin(
      asked.execution, asked.request, pid: process.identity.pid, process.identity,
      watcher: .keeper(keeper, slot: process.slot), startedAt: monotonicNow(), started: process.started,
      asked.paths, process.stdout, process.stderr)
    run.execution.keeper = keeper.name
    run.tree.adopter = keeper.identity.pid
    run.tree.group = asked.group
    run.locks = asked.locks
    unwatched.append(enter(run))
    tell(.started(run.execution))
    if let (reason, force) = asked.stop { stop(asked.execution.id, reason: reason, force: force) }
  }

  private func keptFile(_ path: String?) -> KeptFile? { path.map { KeptFile(path: $0, limit: options.fileLimit) } }

  /// Takes what the keeper tells.
  func takeReports() {
    guard let keeper else { return }
    while let event = keeper.next() {
      switch event {
      case .started(let process): follow(process, of: keeper)
      case .failed(let id, let failure):
        guard let asked = asked.removeValue(forKey: id) else { continue }
        if let group = asked.group { groups.remove(group) }
        tell(.unstarted(asked.execution, failure))
      case .unknown(let id): loseStart(id)
      case .ended(let job):
        guard let (run, serial) = find(keeper, job.slot) else { continue }
        run.end = job.end
        run.tree.leaderEnd = job.end?.ticks
        endLeader(run, serial)
      case .inherited(let slot, let pidfd):
        guard let (run, serial) = find(keeper, slot) else { continue }
        run.watcher = .us
        run.tree.adopter = getpid()
        run.pidfd = pidfd
        if let pidfd { _ = loop.watch(pidfd, token: Token.make(serial, .process)) }
      case .lost(let slot, let reason):
        guard let (run, serial) = find(keeper, slot) else { continue }
        run.watcher = .us
        run.lost = reason
        endLeader(run, serial)
      case .gone:
        unwatch(keeper.descriptor.number)
        if self.keeper === keeper { self.keeper = nil }
        return
      }
    }
  }

  /// A start of which nobody knows what became.
  func loseStart(_ id: ULID) {
    guard let asked = asked.removeValue(forKey: id) else { return }
    if let group = asked.group { groups.remove(group) }
    var execution = asked.execution
    execution.state = .lost
    execution.reason = "its keeper was killed amid its start, so whether it ran is not known"
    execution.ended = Instant.now().milliseconds
    let nothing = HeadTail(limit: 0)
    tell(.ended(execution, stdout: nothing, stderr: nothing))
  }

  private func find(_ keeper: Keeper, _ slot: Int) -> (ActiveRun, UInt64)? {
    for (serial, run) in active {
      if case .keeper(let own, slot) = run.watcher, own === keeper { return (run, serial) }
    }
    return nil
  }

  /// Lets keepers forget runs whose ends are kept now.
  package func release(_ runs: [ULID]) {
    var slots: [Int] = []
    for id in runs {
      if let known = unreleased.removeValue(forKey: id), known.keeper === keeper { slots.append(known.slot) }
      for (path, entry) in adopted where entry.runs.contains(id) {
        adopted[path]?.runs.remove(id)
        if adopted[path]?.runs.isEmpty == true, !entry.file.isKeeperAlive {
          entry.file.remove()
          adopted[path] = nil
        }
      }
    }
    if !slots.isEmpty { keeper?.release(slots) }
  }

  /// Parts from the keeper; it ends when its last job has.
  package func finishKeeper() {
    if let keeper { unwatch(keeper.descriptor.number) }
    keeper?.finish()
    keeper = nil
    for entry in adopted.values where entry.runs.isEmpty && !entry.file.isKeeperAlive { entry.file.remove() }
  }
}
