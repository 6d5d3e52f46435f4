import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsDaemon
import JobsExec
import JobsManifest
import JobsNet
import JobsSchedule
import JobsStore

/// The jobs of a daemon: read from manifests as often as they change, or from a stream once.
final class JobSource: DaemonHost {
  private let command: DaemonCommand
  private let environment: [String: String]
  private let state: StateDirectory
  private let planner: RunPlanner
  private let notifier: ServiceNotifier
  private let checkIns: DaemonCheckIns
  let zones = ZoneDatabase.system
  /// What came by standard input, which cannot be read again.
  private var stream: DaemonJobs?
  /// Files that had jobs at the last reading; nil before the first.
  private var filled: Set<String>?
  /// The project file of the last reading.
  private var projectPath: String?

  init(
    _ command: DaemonCommand, _ environment: [String: String], _ state: StateDirectory, _ notifier: ServiceNotifier
  ) {
    self.command = command
    self.environment = environment
    self.state = state
    self.notifier = notifier
    let secrets = SecretFolder(option: command.secrets.folder, environment, state)
    checkIns = DaemonCheckIns(state, environment, secrets) { failure in
      Entry.say("jobs-run", failure.message, level: "warning", hint: failure.hint)
    }
    planner = RunPlanner(
      changes: RunChanges(), force: false, secrets: secrets, environment: environment,
      base: ProcessEnvironment.base(.minimal(.current()), caller: .current()))
  }

  var zoneVariable: String? { environment["TZ"] }

  /// Whether the jobs stay as they were read first.
  var isFixed: Bool { stream != nil }

  func load() throws(Failure) -> DaemonJobs {
    if let stream { return stream }
    var reading = DaemonReading(zones, zoneVariable: zoneVariable, configured: checkIns.jobs)
    let inputs = try JobInputs.read(
      command.paths, command.manifests, environment, verb: "daemon", isQuiet: command.output.quiet,
      mayBeEmpty: filled != nil
    ) { job, isFromStream in reading.take(job, isFromStream: isFromStream) }
    if let stream = inputs.stream {
      try stream.checkForActing(allowIncomplete: command.allowIncomplete, allowFailed: command.allowFailed)
    }
    if let open = inputs.check?.openEnvironments, !open.isEmpty {
      throw .usage(
        "the project has environments, and none is chosen",
        hint: "add --env with one of \(open.joined(separator: ", "))")
    }
    try checkProject(inputs)
    var read = DaemonJobs(jobs: reading.jobs)
    read.elsewhere = reading.elsewhere
    read.running = command.maxRunning ?? inputs.runningLimit
    read.retention = command.retention.named.or(inputs.retention).or(.usual)
    checkIns.set(reading.checkIns, silent: reading.silent)
    read.watched = WatchedFolders(own: [state.path, command.logs(in: state)], named: command.paths)
      .chosen(from: inputs.folders)
    for error in inputs.check?.errors ?? [] {
      read.badFiles.insert(error.location.file)
      let place = error.location
      read.problems.append("\(place.file):\(place.line):\(place.column): \(error.message)")
    }
    if reading.asksHostZone, let fault = HostZone.fault(zones, zoneVariable: zoneVariable) {
      read.problems.append(fault.message)
    }
    holdEmptied(&read)
    if inputs.stream != nil { stream = read }
    return read
  }

  /// A file that had jobs and has no byte now is most often about to be written: its last good version stands.
  private func holdEmptied(_ read: inout DaemonJobs) {
    var files = Set(read.jobs.compactMap(\.file))
    for file in (filled ?? []).subtracting(files).sorted() {
      var status = stat()
      guard stat(file, &status) == 0, status.st_size == 0 else { continue }
      files.insert(file)
      read.badFiles.insert(file)
      read.problems.append("\(file): the file is empty; remove it to end its jobs")
    }
    filled = files
  }

  /// Without what their project says, jobs mean something else: a fault there holds up the reading of all.
  private func checkProject(_ inputs: JobInputs) throws(Failure) {
    let path = inputs.projectPath
    if let fault = inputs.check?.errors.first(where: { $0.location.file == path }) {
      let place = fault.location
      throw .usage(
        "the project file has a fault: \(place.file):\(place.line):\(place.column): \(fault.message)",
        hint: "'jobs-validate' shows every fault")
    }
    let isThere = projectPath.map { access($0, F_OK) == 0 } ?? false
    if let broken = path ?? (isThere ? projectPath : nil), !inputs.hasProject {
      throw .usage("cannot read the project file '\(broken)'", hint: "'jobs-validate \(broken)' says why")
    }
    projectPath = path
  }

  func plan(_ job: DaemonJob) throws(LaunchFailure) -> RunRequest {
    let read: Job
    do throws(Failure) {
      read = try job.read()
    } catch {
      throw LaunchFailure(.unknown, 125, "cannot read the job as it was kept: \(error.message)", hint: error.hint)
    }
    return try planner.request(JobInputs.Entry(job: read, isFromStream: job.isFromStream))
  }

  /// How many check-ins were sent, failed and so on.
  var checkInCounters: CheckInSpool.Counters? { checkIns.counters }

  /// Tries for some seconds to send the check-ins that wait.
  func finish() { checkIns.stop() }

  func ready(_ words: String) { try? notifier.ready(status: words) }

  func reloading() { try? notifier.reloading() }

  func stopping() { try? notifier.stopping() }

  func heartbeat() { try? notifier.watchdog() }

  func started(_ execution: Execution) { checkIns.started(execution) }

  func ended(_ execution: Execution, output: [UInt8], isFinal: Bool) {
    if isFinal, execution.state != .cancelled { checkIns.ended(execution, output: output) }
  }
}
