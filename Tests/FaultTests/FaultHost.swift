import Glibc
import JobsCore
import JobsExec
import JobsStore
import TestSupport
import Testing

/// A host for one daemon: a folder of jobs, a state, and the ledger that the jobs write.
///
/// What a test that fails leaves running ends with the host.
final class FaultHost {
  let folder = ToolFolder()
  /// Where the daemon keeps its state.
  let state: StateDirectory
  /// Where it keeps its logs.
  let logs: String
  private(set) var daemon: RunningTool?

  /// - Parameters:
  ///   - state: the path of the state, where it is not to be in the folder.
  ///   - logs: the same of the logs.
  init(state: String? = nil, logs: String? = nil) {
    self.logs = logs ?? folder.file("logs")
    self.state = StateDirectory(path: state ?? folder.file("state"))
    mkdir(folder.file("jobs"), 0o755)
  }

  deinit {
    guard let daemon, daemon.poll() == nil else { return }
    let started = ProcessStatus.descendants(daemon.pid)
    daemon.signal(SIGKILL)
    _ = daemon.wait()
    for entry in started { ProcessTable.signal(entry, SIGKILL) }
  }

  // MARK: Jobs

  /// The text of a job that enters itself in the ledger first.
  ///
  /// - Parameters:
  ///   - spec: more keys of its spec, in flow style: `concurrency: forbid, timeout: 1s`.
  ///   - cron: six fields; each second without it.
  ///   - zone: of the schedule; UTC without it.
  ///   - script: what follows in the shell.
  func job(
    _ name: String, spec: String = "", cron: String = "* * * * * *", zone: String? = nil, script: String = "exit 0"
  ) -> String {
    let command = "\(Ledger.entry(folder.file("ledger"))); \(script)"
    // A backslash and a quote are YAML's own there, and '${' the manifest's.
    let quoted = command.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("${", with: "$${")
    return document(name, spec: "command: \"\(quoted)\"\(spec.isEmpty ? "" : ", ")\(spec)", cron: cron, zone: zone)
  }

  /// The text of a job.
  ///
  /// - Parameter spec: the keys of its spec but the schedule, in flow style.
  func document(_ name: String, spec: String, cron: String = "* * * * * *", zone: String? = nil) -> String {
    let timezone = zone.map { ", timezone: \($0)" } ?? ""
    return """
      apiVersion: jobs/v1
      kind: Job
      metadata: {name: \(name)}
      spec: {schedule: [{cron: "\(cron)", dialect: seconds\(timezone)}], \(spec)}

      """
  }

  /// Writes a file of jobs at once, as a careful editor does.
  func write(_ documents: [String], to name: String = "jobs.yaml") {
    folder.write(documents.joined(separator: "---\n"), to: "new")
    rename(folder.file("new"), folder.file("jobs/\(name)"))
  }

  /// A shell command that waits for a file, and gives up when the folder is gone.
  func waiting(for name: String) -> String {
    "while [ -d '\(folder.path)' ] && [ ! -e '\(folder.file(name))' ]; do sleep 0.02; done"
  }

  func touch(_ name: String) { folder.write("", to: name) }

  // MARK: The daemon

  /// Starts a daemon and lets it go its way.
  func launch(_ arguments: [String] = [], environment: [String: String] = [:]) -> RunningTool {
    let words = ["daemon", "--state", state.path, "--log-dir", logs, "jobs"]
    return Tool("jobs-run").start(words + arguments, in: folder, environment: environment)
  }

  /// Starts a daemon, and waits until it says that it works.
  func start(_ arguments: [String] = [], environment: [String: String] = [:]) async throws {
    try await start { launch(arguments, environment: environment) }
  }

  /// Starts a daemon and does not wait for anything.
  func startBlindly() { daemon = launch() }

  /// Kills the daemon as it stands.
  func kill() throws {
    guard let daemon else { throw FaultError("there is no daemon to be killed") }
    daemon.signal(SIGKILL)
    let end = daemon.wait()
    if end.signal != SIGKILL { throw FaultError("the daemon had ended with \(end.status): \(end.stderr)") }
    self.daemon = nil
  }

  /// Takes over a daemon that was started in a way of its own, and waits until it works.
  func start(_ launch: () -> RunningTool) async throws {
    let before = count("started with")
    let started = launch()
    daemon = started
    try await until("the daemon has started") {
      if let end = started.poll() { throw FaultError("the daemon ended with \(end.status): \(end.stderr)") }
      return count("started with") > before
    }
  }

  /// Asks the daemon to stop, and waits for its end.
  func stop(_ signal: Int32 = SIGTERM) async throws -> ToolRun {
    daemon?.signal(signal)
    return try await end()
  }

  /// Waits for the daemon's end.
  func end() async throws -> ToolRun {
    guard let daemon else { throw FaultError("there is no daemon") }
    let end = try await end(of: daemon)
    self.daemon = nil
    return end
  }

  /// Waits for the end of a tool.
  func end(of tool: RunningTool) async throws -> ToolRun {
    var end: ToolRun?
    try await until("process \(tool.pid) has ended") {
      end = tool.poll()
      return end != nil
    }
    return end ?? tool.wait()
  }

  /// Runs what waits and what is due until all is over, and says how that ended.
  func finish(environment: [String: String] = [:]) async throws -> ToolRun {
    daemon = launch(["--once"], environment: environment)
    return try await end()
  }

  var pid: Int32 { daemon?.pid ?? -1 }

  /// The process that starts and reaps the daemon's jobs.
  func keeper() throws -> Int32 {
    let keepers = ProcessTable.snapshot().filter { $0.parent == pid && ProcessTable.name(of: $0.pid) == "jobs-keeper" }
    guard keepers.count == 1 else { throw FaultError("the daemon has \(keepers.count) keepers") }
    return keepers[0].pid
  }

  // MARK: What is known

  /// What the daemon said about itself.
  var log: String { ToolFolder.text("\(logs)/scheduler_main.log") ?? "" }

  /// What the daemon said about runs.
  var runLog: String { ToolFolder.text("\(logs)/scheduler_jobs.log") ?? "" }

  func count(_ words: String) -> Int { log.split(separator: "\n").count { $0.contains(words) } }

  var ledger: Ledger { Ledger(folder.text(of: "ledger") ?? "") }

  /// The id of a job of no tenant and no environment.
  static func id(_ name: String) -> String { "-/-/\(name)" }

  /// The history, or a job's part of it, oldest first.
  func executions(of job: String? = nil) throws -> [Execution] {
    try RunHistory(reading: state).executions(RunHistory.Query(job: job.map(Self.id))).reversed()
  }

  /// The second that goes on.
  static var now: Int64 { Instant.now().seconds }

  /// Waits until something holds, and says what did not if it never does.
  func until(_ what: String, seconds: Int = 60, _ condition: () throws -> Bool) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    while try !condition() {
      guard clock.now < deadline else {
        throw FaultError("waited in vain until \(what); the logs end with\n\(log.suffix(1500))\n\(runLog.suffix(1500))")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}

/// Why a test cannot go on.
struct FaultError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
