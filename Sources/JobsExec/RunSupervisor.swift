import CLinux
import Glibc
package import JobsCore
package import JobsStore

/// Starts processes of this host, follows them to their end and ends them, with one thread and one event loop.
///
/// It decides nothing about jobs: which runs start, when, and whether again, is its caller's. A job's process leads a
/// session of its own. This process makes itself the adopter of orphans, so that no process of a job escapes when the
/// job has to end.
package final class RunSupervisor {
  let options: EngineOptions
  var loop: EventLoop
  var launcher: Launcher
  var active: [UInt64: ActiveRun] = [:]
  private var serials: [ULID: UInt64] = [:]
  private var nextSerial: UInt64 = 1
  private var handlers: [UInt64: () -> Void] = [:]
  var buffer = [UInt8](repeating: 0, count: 65536)
  /// This process, which answers for what it starts.
  package let owner: ProcessIdentity
  /// The keeper that starts what is started now; nil where this process does.
  var keeper: Keeper?
  /// The name of the newest keeper, which may be gone.
  var lastKeeper: String?
  /// Where keepers are made; nil to start everything as children of this process.
  let keeping: Keeping?
  /// The runs of which the keeper has not said whether they have started.
  var asked: [ULID: AskedRun] = [:]
  /// Runs of the keeper's whose pipes are not watched yet, the oldest first: most are over before.
  var unwatched: [UInt64] = []
  /// The slots of runs that are over, until their ends are kept.
  var unreleased: [ULID: (keeper: Keeper, slot: Int)] = [:]
  /// The cgroups of runs that have one to themselves.
  var groups = ControlGroups()
  /// The files of earlier keepers, with the runs that are not yet kept.
  var adopted: [String: (file: KeeperFile, runs: Set<ULID>)] = [:]
  /// Told what happens: from the supervisor's thread, within `start`, `stop` and `turn`.
  package var tell: (RunEvent) -> Void = { _ in }

  /// How keepers are made.
  package struct Keeping {
    /// The path of `jobs-launch`.
    let launcher: String
    /// The folder of their files, absolute.
    let folder: String

    package init(launcher: String, folder: String) {
      self.launcher = launcher
      self.folder = folder
    }
  }

  /// - Parameter keeping: to start processes by a keeper, so that they outlive this one with their exit statuses.
  package init(options: EngineOptions = EngineOptions(), keeping: Keeping? = nil) throws(Failure) {
    self.options = options
    self.keeping = keeping
    loop = try EventLoop()
    launcher = try Launcher(usesPidfd: options.usesPidfd)
    owner =
      ProcessIdentity(of: getpid())
      ?? ProcessIdentity(pid: getpid(), startTicks: 0, boot: ProcessIdentity.currentBoot)
    // Before Linux 3.4 orphans go to init, and those that left their session are out of reach.
    _ = linux_become_subreaper()
  }

  /// Runs whose process goes on, or may have been started, or whose pipes somebody still holds.
  package var count: Int { active.count + asked.count }

  /// How many runs can be started before the next `turn`, so that what runs is not left alone for long.
  package var room: Int { keeping == nil ? .max : max(Self.mostAsked - asked.count, 0) }

  /// Calls `handler` whenever a descriptor of the caller's is readable.
  ///
  /// - Throws: a failure if the kernel cannot watch it.
  package func watch(_ descriptor: Int32, _ handler: @escaping () -> Void) throws(Failure) {
    let token = Token.other(descriptor)
    guard loop.watch(descriptor, token: token) else {
      throw .world("cannot watch descriptor \(descriptor): \(systemMessage())")
    }
    handlers[token] = handler
  }

  /// As `watch`, but for a descriptor that takes bytes; called only while `wantsToWrite` asks for it. False for a file,
  /// which cannot be watched and need not be.
  func watchWritable(_ descriptor: Int32, _ handler: @escaping () -> Void) -> Bool {
    let token = Token.other(descriptor)
    guard loop.watch(descriptor, token: token, events: EPOLL_EVENTS(0)) else { return false }
    handlers[token] = handler
    return true
  }

  func wantsToWrite(_ descriptor: Int32, _ wants: Bool) {
    loop.change(descriptor, token: Token.other(descriptor), events: wants ? EPOLLOUT : nil)
  }

  /// Forgets a descriptor, before it is closed.
  package func unwatch(_ descriptor: Int32) {
    handlers[Token.other(descriptor)] = nil
    loop.forget(descriptor)
  }

  /// Starts a run, and tells `started`, `locked` or `unstarted`: at once, or within a `turn` where a keeper is to answer.
  ///
  /// - Parameter execution: its row, pending.
  package func start(_ execution: Execution, _ request: RunRequest) {
    do throws(LaunchFailure) {
      switch try hold(request.locks) {
      case .held(let locks): try start(execution, request, locks)
      case .busy(let name): tell(.locked(execution, name))
      }
    } catch {
      tell(.unstarted(execution, error))
    }
  }

  private func start(
    _ execution: Execution, _ request: RunRequest, _ locks: [FileLock]
  ) throws(LaunchFailure) {
    var request = request
    let group = makeGroup(execution, &request)
    do throws(LaunchFailure) {
      if keeping == nil {
        try startDirectly(execution, request, group, locks)
      } else {
        try startKept(execution, request, group, locks)
      }
    } catch {
      if let group { groups.remove(group) }
      throw error
    }
  }

  /// The cgroup of a run that wants one to itself, where that can be.
  private func makeGroup(_ execution: Execution, _ request: inout RunRequest) -> ControlGroup? {
    guard request.launch.privileges?.hasOwnCgroup == true, let group = groups.make(execution.id) else { return nil }
    request.launch.privileges?.cgroup = group.path
    return group
  }

  private func startDirectly(
    _ execution: Execution, _ request: RunRequest, _ group: ControlGroup?, _ locks: [FileLock]
  ) throws(LaunchFailure) {
    let startedAt = monotonicNow()
    let started = Instant.now().milliseconds
    let identity = ProcessEnvironment.identity(of: execution, scheduledAt: request.scheduledAt)
    let process = try launcher.launch(request.launch, identity: identity)
    let run = begin(
      execution, request, pid: process.pid, process.identity, watcher: .us, startedAt: startedAt, started: started,
      options.paths(execution.id), process.stdout, process.stderr)
    run.pidfd = process.pidfd
    run.tree.group = group
    run.locks = locks
    watch(run, enter(run))
    tell(.started(run.execution))
  }

  /// The run of a process that was started.
  func begin(
    _ execution: Execution, _ request: RunRequest, pid: Int32, _ process: ProcessIdentity?, watcher: ActiveRun.Watcher,
    startedAt: Int64, started: Int64, _ paths: OutputPaths?, _ stdout: FileDescriptor?, _ stderr: FileDescriptor?
  ) -> ActiveRun {
    var execution = execution
    execution.state = .running
    execution.started = started
    execution.process = process
    return ActiveRun(
      request: request, execution: execution, pid: pid, watcher: watcher,
      lifecycle: RunLifecycle(
        now: startedAt, timeout: request.timeout?.nanoseconds, grace: request.grace.nanoseconds,
        drain: options.drain.nanoseconds),
      startedAt: startedAt, stdout: stream(paths?[.stdout], stdout), stderr: stream(paths?[.stderr], stderr))
  }

  private func stream(_ path: String?, _ pipe: FileDescriptor?) -> RunStream {
    RunStream(pipe: pipe, path: path, options)
  }

  /// Ends a run: politely, and by force after its grace; by force at once if asked.
  ///
  /// - Returns: false if no such run goes on.
  @discardableResult
  package func stop(_ id: ULID, reason: String, force: Bool = false) -> Bool {
    if asked[id] != nil {
      asked[id]?.stop = (reason, force)
      return true
    }
    guard let serial = serials[id], let run = active[serial] else { return false }
    advance(run, serial, force ? .kill(.cancelled(reason: reason)) : .stop(.cancelled(reason: reason)))
    return true
  }

  package func stopAll(reason: String, force: Bool) {
    for id in active.values.map(\.execution.id) + Array(asked.keys) { stop(id, reason: reason, force: force) }
  }

  /// Waits for what comes next, and handles it.
  ///
  /// - Parameter wakeAt: nanoseconds of the monotonic clock at which the caller wants to go on; nil for none.
  package func turn(wakeAt: Int64?) {
    let now = monotonicNow()
    var wake = active.values.compactMap(\.lifecycle.wakeAt).min()
    if let wakeAt { wake = min(wake ?? .max, wakeAt) }
    if active.values.contains(where: \.isPolled) {
      wake = min(wake ?? .max, now + Self.pollInterval)
    }
    if let watchAt { wake = min(wake ?? .max, watchAt) }
    for token in loop.wait(nanoseconds: wake.map { max($0 - now, 0) }) { handle(token) }
    let after = monotonicNow()
    watchLasting(after)
    for (serial, run) in active {
      if run.isPolled { pollLeader(run, serial) }
      if let wakeAt = run.lifecycle.wakeAt, wakeAt <= after { advance(run, serial, .time) }
    }
  }

  func enter(_ run: ActiveRun) -> UInt64 {
    let serial = nextSerial
    nextSerial += 1
    active[serial] = run
    serials[run.execution.id] = serial
    return serial
  }

  func leave(_ run: ActiveRun, _ serial: UInt64) {
    run.locks = []
    active[serial] = nil
    serials[run.execution.id] = nil
  }

  private func handle(_ token: UInt64) {
    if let handler = handlers[token] { return handler() }
    let (serial, source) = Token.parts(token)
    guard let run = active[serial] else { return }
    switch source {
    case .process:
      run.pidfd = nil
      pollLeader(run, serial)
    case .stdout: read(run, serial, run.stdout, .stdout)
    case .stderr: read(run, serial, run.stderr, .stderr)
    case .other: break
    }
  }

  /// The most starts that wait for the keeper's answer.
  private static let mostAsked = 16
  /// How often a process is looked at on a kernel that cannot report its end.
  private static let pollInterval: Int64 = 20_000_000
}

/// What a descriptor in the event loop belongs to.
enum Token {
  enum Source: UInt64 {
    case process, stdout, stderr, other
  }

  /// - Parameter serial: of the run, from 1.
  static func make(_ serial: UInt64, _ source: Source) -> UInt64 { serial << 2 | source.rawValue }

  /// A descriptor that belongs to no run.
  static func other(_ descriptor: Int32) -> UInt64 { make(UInt64(UInt32(bitPattern: descriptor)), .other) }

  static func parts(_ token: UInt64) -> (serial: UInt64, source: Source) {
    (token >> 2, Source(rawValue: token & 3) ?? .process)
  }
}
