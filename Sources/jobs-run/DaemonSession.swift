import Glibc
import JobsCommand
import JobsCore
import JobsDaemon
import JobsExec
import JobsManifest
import JobsNet
import JobsStore

/// One life of the daemon: the tool around `Daemon`.
struct DaemonSession {
  private let command: DaemonCommand
  private let environment: [String: String]

  init(_ command: DaemonCommand, _ environment: [String: String]) {
    self.command = command
    self.environment = environment
  }

  func run() throws(Failure) -> ExitStatus {
    let state = try command.state.directory(environment)
    let notifier = ServiceNotifier(environment: environment)
    let source = JobSource(command, environment, state, notifier)
    if command.dryRun { return try DaemonPreview(jobs: source.load()).show(command.output, environment) }
    // Before anything else that could start a second thread.
    let interrupts = try Interrupts(signals: [SIGINT, SIGTERM, SIGHUP, SIGUSR1])
    let lock = try DaemonLock.take(state)
    defer { lock.release() }
    let first = try source.load()
    try tellProblems(first)
    let (history, aside) = try RunHistory.openMended(writing: state, busyTimeout: Self.busyTimeout)
    let clock = try HostClock()
    let log = DaemonLog(
      folder: command.logs(in: state), format: command.logFormat, isEchoed: isEchoed,
      now: { Instant.now().milliseconds })
    if let fault = log.fault {
      Entry.say("jobs-run", "the logs cannot be written: \(fault)", level: "warning", hint: "jobs run all the same")
    }
    if let aside {
      tell(aside, log)
      // Whether '@reboot' had its turn is not known any more, and twice would be worse than never.
      try history.set(boot: ProcessIdentity.currentBoot)
    }
    var engine = EngineOptions()
    engine.outputFolder = state.output
    engine.lockFolder = state.locks
    var options = DaemonOptions()
    options.drain = .seconds(Quantity.seconds(command.drain) ?? 0)
    options.isOnce = command.once
    // Twice as often as the service manager wants it.
    options.heartbeat = notifier.watchdogInterval
    let supervisor = try RunSupervisor(options: engine, keeping: keeping(state))
    let daemon = try Daemon(
      options: options, clock: clock, log: log, history: history, supervisor: supervisor, interrupts: interrupts,
      files: try FileWatch(), topics: topics(source), requests: CancelRequests(state), host: source)
    let metrics = try command.metrics.map { place throws(Failure) in
      try MetricsServer(try MetricsAddress(place)) { [unowned daemon] in
        DaemonMetrics.text(daemon.currentFigures, checkIns: source.checkInCounters)
      }
    }
    if let metrics { try supervisor.watch(metrics.descriptor.number) { metrics.handle() } }
    defer { source.finish() }
    try daemon.run(first)
    return .done
  }

  /// Names the faults of manifests where whoever started the daemon looks; what has none is gone on with.
  private func tellProblems(_ read: DaemonJobs) throws(Failure) {
    let isNothing = read.jobs.isEmpty && !read.problems.isEmpty
    if isNothing || !isEchoed { for problem in read.problems { Entry.say("jobs-run", problem) } }
    if isNothing {
      throw .usage("there is no job without an error, so nothing can run", hint: "'jobs-validate' shows every fault")
    }
  }

  private func tell(_ aside: String, _ log: DaemonLog) {
    let words = "the history was damaged and is now '\(aside)'; a new one begins, and knows nothing of earlier runs"
    log.say(.error, "history", words)
    // Once more where service managers look.
    if !isEchoed { Entry.say("jobs-run", words) }
  }

  /// What is read again when its files change.
  private func topics(_ source: JobSource) -> Set<FileWatch.Topic> {
    guard !command.noWatch else { return [] }
    var topics: Set<FileWatch.Topic> = []
    if !source.isFixed { topics.insert(.manifests) }
    if !command.once { topics.insert(.zones) }
    return topics
  }

  private func keeping(_ state: StateDirectory) throws(Failure) -> RunSupervisor.Keeping {
    do throws(LaunchFailure) {
      let launcher = try LauncherProgram.find(environment, purpose: "keeps the jobs of a daemon")
      return RunSupervisor.Keeping(launcher: launcher, folder: state.keepers)
    } catch {
      throw .world(error.message, hint: error.hint)
    }
  }

  private var isEchoed: Bool { command.foreground || (isatty(STDERR_FILENO) == 1 && !command.output.quiet) }

  /// Milliseconds; longer, and what runs would wait for the disk. The daemon tries again.
  private static let busyTimeout: Int32 = 250
}
