import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

/// One run of `exec`: the command becomes a job of this host, without a manifest.
struct ExecSession {
  private let command: ExecCommand
  private let sink: RecordSink
  private let state: StateDirectory
  private let errorTerminal: Terminal
  private let changes: RunChanges
  private let ping: ExecPing?

  init(_ command: ExecCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    changes = command.overrides.changes
    var output = command.output
    // Whoever reads the command's output wants that, and no records.
    if output.output?.format ?? .auto == .auto { output.output = FormatChoice(.human) }
    sink = try RecordSink(output, environment)
    state = try command.state.directory(environment)
    errorTerminal = output.terminal(STDERR_FILENO, environment)
    ping = ExecPing(command, state, environment)
  }

  func run() throws(Failure) -> ExitStatus {
    do throws(Failure) {
      return try runLocked()
    } catch {
      ping?.fail(error)
      throw error
    }
  }

  private func runLocked() throws(Failure) -> ExitStatus {
    var held: FileLock?
    if let name = command.lock {
      held = try FileLock.take(
        StateDirectory.lockFile(name, in: state.locks), waiting: .seconds(Quantity.seconds(command.lockWait) ?? 0))
      guard held != nil else {
        throw .world(
          "'\(command.jobName)' was not started: another run holds the lock '\(name)'",
          hint: "wait for it with --lock-wait, or see 'jobs-run runs'")
      }
    }
    defer { held?.release() }
    return try runCommand()
  }

  private func runCommand() throws(Failure) -> ExitStatus {
    var job = Job(name: command.jobName)
    job.run.command = command.command
    let runner = JobRunner(
      state: state, parallelism: 1, parameters: changes.parameters, labels: [job.id: job.name])
    let console = LiveConsole(
      isHuman: sink.isHuman, isQuiet: command.output.quiet, isSilent: command.quietUnlessFailed, labels: runner.labels,
      isPrefixed: false, terminal: errorTerminal)
    let outcome = try runner.run([(job, .run(request(job)))], console, telling: ping.map { [$0] } ?? [])
    let result = outcome.results[0]
    ping?.end(result)
    if case .ran(let attempts) = result.ending {
      if command.quietUnlessFailed, result.exitStatus != .done { try show(attempts) }
      for execution in attempts { sink.emit("execution") { execution.write(to: &$0) } }
    }
    result.sayFault(isQuiet: command.output.quiet)
    if let failure = outcome.historyFailure {
      Entry.say("jobs-run", "the history lacks what happened: \(failure.message)", hint: failure.hint)
    }
    ping?.finish()
    try sink.finish(ok: result.exitStatus == .done)
    if let signal = outcome.interruptedBy { Interrupts.end(by: signal) }
    return result.exitStatus ?? .done
  }

  private func request(_ job: Job) -> RunRequest {
    var environment = ProcessEnvironment.base(.inherited, caller: .current())
    for pair in changes.variables { environment[pair.name] = pair.value }
    return RunRequest(
      job: job.id,
      launch: LaunchRequest(
        command: .words(command.command), environment: environment, inheritsInput: isatty(STDIN_FILENO) == 0),
      timeout: changes.timeout(of: job), grace: changes.grace(of: job),
      retry: RetryPolicy(attempts: changes.retries ?? 0), parameters: changes.parameters)
  }

  /// Shows what was kept back: each stream where the command wrote it, beside records on standard error.
  private func show(_ attempts: [Execution]) throws(Failure) {
    for execution in attempts {
      for stream in RunEvent.Stream.allCases {
        let target = stream == .stdout && sink.isHuman ? STDOUT_FILENO : STDERR_FILENO
        var reader = LogReader(stream, tail: nil)
        let show = { (line: LogLine) in _ = FileBytes.writeAll(target, Array(line.text) + [10]) }
        try reader.read(execution, state, line: show)
        reader.finish(line: show)
      }
    }
  }
}
