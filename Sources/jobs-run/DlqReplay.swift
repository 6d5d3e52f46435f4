import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

/// One run of `dlq replay`: jobs are taken from their letters, run as `now` runs them, and the letters marked.
struct DlqReplay {
  private let command: DlqReplayCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let state: StateDirectory

  init(_ command: DlqReplayCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(command.output, environment)
    state = try command.state.directory(environment)
  }

  func run() throws(Failure) -> ExitStatus {
    let letters = try choose(HistoryReading(state).known().deadLetters)
    guard !letters.isEmpty else {
      if !command.output.quiet { Entry.say("jobs-run", "there is nothing to run again", level: "note") }
      try sink.finish(ok: true)
      return .done
    }
    let planner = RunPlanner(
      changes: command.overrides.changes, force: true,
      secrets: SecretFolder(option: command.secrets.folder, environment, state),
      environment: environment, base: ProcessEnvironment.base(.inherited, caller: .current()))
    var plans: [(job: Job, plan: RunPlan)] = []
    for letter in letters {
      let job = try Self.job(of: letter)
      plans.append((job, Self.replaying(planner.plan(JobInputs.Entry(job: job, isFromStream: true)))))
    }
    let labels = Dictionary(plans.map { ($0.job.id, $0.job.name) }) { first, _ in first }
    let runner = JobRunner(
      state: state, parallelism: command.parallel, parameters: command.overrides.changes.parameters, labels: labels)
    let errorTerminal = command.output.terminal(STDERR_FILENO, environment)
    let terminal = command.output.terminal(STDOUT_FILENO, environment)
    let console = LiveConsole(
      isHuman: sink.isHuman, isQuiet: command.output.quiet, labels: labels, isPrefixed: plans.count > 1,
      terminal: sink.isHuman ? terminal : errorTerminal)
    let log = try command.state.auditLog(environment)
    for letter in letters {
      // A run may take hours, and other acts are not held up by it: the log says that it was asked for.
      let act = AuditAct("replay", of: letter.job, [.init("execution", letter.execution.description)])
      try log.perform(act) { () throws(Failure) in }
    }
    let outcome = try runner.run(plans, console)
    if sink.isHuman, console.isMidLine { sink.output.write("\n") }
    try mark(letters, outcome.results)
    return try NowReport(outcome: outcome, inputs: JobInputs(), isQuiet: command.output.quiet).finish(
      sink, terminal, errorTerminal)
  }

  private func choose(_ all: DeadLetters) throws(Failure) -> [DeadLetter] {
    guard !command.all else { return try all.list().filter { command.again || !$0.isSettled }.reversed() }
    var chosen: [DeadLetter] = []
    for id in command.ids {
      let letter = try all.find(id)
      guard command.again || !letter.isSettled else {
        throw .usage(
          "'\(letter.execution)' was run again already, and succeeded",
          hint: "--again runs it once more, 'jobs-run dlq purge \(letter.execution)' puts it away")
      }
      if !chosen.contains(letter) { chosen.append(letter) }
    }
    return chosen
  }

  /// Notes the last attempt of each that began, so that the list shows what became of it.
  private func mark(_ letters: [DeadLetter], _ results: [RunResult]) throws(Failure) {
    let history = try RunHistory(writing: state)
    for (letter, result) in zip(letters, results) {
      if let last = result.last { try history.deadLetters.mark(letter.execution, replayed: last.id) }
    }
  }

  private static func job(of letter: DeadLetter) throws(Failure) -> Job {
    var reader = RecordReader(bytes: Array(letter.record.utf8), name: "the dead letter '\(letter.execution)'")
    var record = Record()
    guard try reader.next(into: &record), record.type == "job" else {
      throw .usage("the dead letter '\(letter.execution)' holds no job record")
    }
    return try Job(record)
  }

  private static func replaying(_ plan: RunPlan) -> RunPlan {
    guard case .run(var request) = plan else { return plan }
    request.trigger = "replay"
    return .run(request)
  }
}
