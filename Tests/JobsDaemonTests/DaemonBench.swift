import Glibc
import JobsCore
import JobsCron
import JobsExec
import JobsManifest
import JobsSchedule
import JobsStore
import TestSupport
import Testing

@testable import JobsDaemon

/// A daemon on a clock of the test's own, with real processes and a real history.
final class DaemonBench: DaemonHost {
  let folder = TemporaryFolder()
  let state: StateDirectory
  var jobs: [Job]
  var zones = ZoneDatabase.system
  var zoneVariable: String?
  /// The daemon that lives.
  private(set) weak var daemon: Daemon?
  /// What a job runs in the shell, by its name; nothing without it.
  var scripts: [String: String] = [:]
  /// What else is asked for every run.
  var asks: (inout RunRequest) -> Void = { _ in }
  /// The most runs at once.
  var running = 16
  private(set) var said: [String] = []

  init(_ jobs: [Job]) {
    self.jobs = jobs
    state = StateDirectory(path: folder.file("state"))
  }

  /// A job of this host; its id is `-/-/NAME`.
  static func job(
    _ name: String, _ cron: String..., zone: String = "UTC", dialect: CronDialect? = nil,
    missed: Missed? = nil, _ change: (inout Job) -> Void = { _ in }
  ) -> Job {
    var job = Job(name: name)
    job.schedules = cron.map { Schedule(cron: $0, dialect: dialect, timezone: zone) }
    job.limits.missed = missed
    change(&job)
    job.digest = "sha256:\(job.hashSeed)"
    return job
  }

  func daemonJob(_ job: Job) -> DaemonJob {
    var plans = JobPlans(zones, zoneVariable: zoneVariable)
    return DaemonJob(job, labels: nil, plans: &plans)
  }

  /// Lets a daemon live from one time to another, in milliseconds since the epoch, and returns what is in the history.
  @discardableResult
  func live(
    from start: Int64, to end: Int64, _ script: [(at: Int64, event: ScriptedClock.Event)] = []
  ) throws -> [Execution] {
    let clock = ScriptedClock(start: start, end: end, script: script)
    let history = try RunHistory(writing: state)
    let log = DaemonLog(folder: folder.file("logs"), format: .text, isEchoed: false) { [unowned clock] in clock.now }
    var options = DaemonOptions()
    options.running = running
    let daemon = try Daemon(
      options: options, clock: clock, log: log, history: history, supervisor: try RunSupervisor(), interrupts: nil,
      files: nil, host: self)
    self.daemon = daemon
    // A second attempt is waited for: its pause is one of real time.
    clock.mayAdvance = { [unowned daemon] in daemon.isIdle && daemon.admission.nextWake == nil }
    clock.atEnd = { [unowned daemon] in daemon.stop("the script is over") }
    try daemon.run(try load())
    return try rows()
  }

  /// Every row, in the order of due times.
  func rows() throws -> [Execution] {
    try RunHistory(reading: state).executions().sorted {
      ($0.scheduled ?? 0, $0.clock, $0.job) < ($1.scheduled ?? 0, $1.clock, $1.job)
    }
  }

  func load() throws(Failure) -> DaemonJobs { DaemonJobs(jobs: jobs.map(daemonJob)) }

  func plan(_ job: DaemonJob) throws(LaunchFailure) -> RunRequest {
    let script = job.id.split(separator: "/").last.flatMap { scripts[String($0)] }
    var request = RunRequest(
      job: job.id, launch: LaunchRequest(command: script.map { .shell($0) } ?? .words(["/bin/true"])))
    asks(&request)
    return request
  }

  func ready(_ words: String) { said.append("ready \(words)") }

  func reloading() { said.append("reloading") }

  func stopping() { said.append("stopping") }

  func heartbeat() { said.append("heartbeat") }

  func started(_ execution: Execution) { said.append("started \(execution.job)") }

  func ended(_ execution: Execution, output: [UInt8], isFinal: Bool) {
    said.append("\(execution.state.rawValue) \(execution.job)\(isFinal ? "" : ", again")")
  }
}

/// Milliseconds since the epoch of `2026-03-29T01:00:00Z`.
func time(_ text: String) -> Int64 {
  guard let instant = Instant(rfc3339: text) else { preconditionFailure("'\(text)' is no time") }
  return instant.milliseconds
}

extension Int64 {
  static let minute: Int64 = 60_000
  static let hour: Int64 = 3_600_000
  static let day: Int64 = 86_400_000
}
