import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsManifest
import JobsStore

/// One run of `now`: jobs are read and chosen, refused or started, recorded and summed up in a status.
struct NowSession {
  private let command: NowCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let terminal: Terminal
  private let errorTerminal: Terminal

  init(_ command: NowCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(command.output, environment, checksOutput: false)
    terminal = command.output.terminal(STDOUT_FILENO, environment)
    errorTerminal = command.output.terminal(STDERR_FILENO, environment)
  }

  func run() async throws(Failure) -> ExitStatus {
    let choice = JobChoice(words: command.words)
    try choice.check(all: command.all, selector: command.manifests.selector)
    let inputs = try JobInputs.read(
      choice.paths, command.manifests, environment, verb: "now", isQuiet: command.output.quiet)
    try inputs.checkForActing(
      allowIncomplete: command.allowIncomplete, allowFailed: command.allowFailed, errorTerminal)
    let chosen = try choice.choose(from: command.cloud.choose(from: inputs.jobs))
    try command.cloud.checkRegions(of: chosen)
    do throws(Failure) {
      return try await run(chosen, inputs)
    } catch {
      guard chosen.count == 1, !command.dryRun, error.kind != .usage else { throw error }
      // A caller of one job takes every other status for the job's own.
      Entry.say("jobs-run", error.message, hint: error.hint)
      return ExitStatus(rawValue: 125)
    }
  }

  private func run(_ chosen: [JobInputs.Entry], _ inputs: JobInputs) async throws(Failure) -> ExitStatus {
    try sink.checkOutput()
    let state = try command.state.directory(environment)
    let changes = command.overrides.changes
    let planner = RunPlanner(
      changes: changes, force: command.force,
      secrets: SecretFolder(option: command.secrets.folder, environment, state), environment: environment,
      base: ProcessEnvironment.base(.inherited, caller: .current()))
    let plans = chosen.map { (job: $0.job, plan: planner.plan($0)) }
    try inputs.pass(to: sink)
    if command.dryRun { return try DryRun(plans: plans, labels: labels(chosen)).show(sink, inputs, terminal) }
    try recordTrigger(of: plans.compactMap { $0.plan.runs ? $0.job.id : nil }, changes)
    // Whoever reads further down shall see the stream while jobs run.
    try sink.flush()
    let runner = JobRunner(
      state: state, parallelism: command.parallel, parameters: changes.parameters, labels: labels(chosen))
    let away = CloudRunner(
      state: state, parallelism: command.parallel, pace: command.pace,
      places: CloudPlaces(impersonating: command.cloud.chain, environment), labels: runner.labels)
    let clouds = plans.compactMap { if case .runAway(let plan) = $0.plan { plan } else { nil } }
    let here = plans.filter { if case .runAway = $0.plan { false } else { true } }
    if command.ending == .detach {
      if !clouds.isEmpty, command.overrides.retries != nil {
        throw .usage("--retries needs somebody who waits for a run in a cloud", hint: "leave --detach or --retries out")
      }
      if let job = clouds.first(where: { $0.job.target.kind == .lambda })?.job {
        throw .usage(
          "Lambda tells how '\(Terminal.visible(runner.labels[job.id] ?? job.id))' ends only to who waits for it",
          hint: "leave --detach out")
      }
      let results = inOrder(plans, try DetachedRunner(runner: runner).start(here), try await away.start(clouds))
      return try StartReport(results: results, inputs: inputs, isQuiet: command.output.quiet).finish(sink)
    }
    let console = LiveConsole(
      isHuman: sink.isHuman, isQuiet: command.output.quiet, labels: runner.labels, isPrefixed: chosen.count > 1,
      terminal: sink.isHuman ? terminal : errorTerminal, progress: progress(plans))
    var outcome = try runner.run(here, console)
    // Jobs of this host come first; who interrupts them wants nothing more to begin.
    if outcome.interruptedBy == nil {
      let ran = try await away.run(clouds, console)
      outcome.results = inOrder(plans, outcome.results, ran.results)
      outcome.interruptedBy = ran.interruptedBy
      outcome.historyFailure = outcome.historyFailure ?? ran.historyFailure
    } else {
      let skipped = clouds.map {
        RunResult(label: runner.labels[$0.job.id] ?? $0.job.id, ending: .skipped(reason: "it was interrupted before"))
      }
      outcome.results = inOrder(plans, outcome.results, skipped)
    }
    if sink.isHuman, console.isMidLine { sink.output.write("\n") }
    return try NowReport(outcome: outcome, inputs: inputs, isQuiet: command.output.quiet).finish(
      sink, terminal, errorTerminal)
  }

  /// What became of jobs here and in clouds, in the order of their plans.
  private func inOrder(
    _ plans: [(job: Job, plan: RunPlan)], _ here: [RunResult], _ away: [RunResult]
  ) -> [RunResult] {
    var (here, away) = (here[...], away[...])
    return plans.compactMap { if case .runAway = $0.plan { away.popFirst() } else { here.popFirst() } }
  }

  /// nil where nobody looks.
  private func progress(_ plans: [(job: Job, plan: RunPlan)]) -> RunProgress? {
    guard errorTerminal.isTerminal, !command.output.quiet else { return nil }
    let count = plans.count(where: \.plan.runs)
    return RunProgress(of: count, width: errorTerminal.width, now: monotonicNow())
  }

  /// Keeps in the audit log who asked for these runs.
  private func recordTrigger(of jobs: [String], _ changes: RunChanges) throws(Failure) {
    guard let first = jobs.first else { return }
    var parameters: [AuditAct.Parameter] = changes.parameters == "{}" ? [] : [.init("env", changes.parameters)]
    if command.ending == .detach { parameters.append(.init("detach", "true")) }
    if command.force { parameters.append(.init("force", "true")) }
    // As many texts as no one is cut.
    var texts: [String] = []
    for job in jobs.count > 1 ? jobs : [] {
      if let last = texts.last, last.utf8.count + job.utf8.count < AuditAct.longestText {
        texts[texts.count - 1] = "\(last),\(job)"
      } else {
        texts.append(job)
      }
    }
    for (number, text) in texts.enumerated() {
      parameters.append(.init(number == 0 ? "jobs" : "jobs.\(number + 1)", text))
    }
    let subject = jobs.count == 1 ? first : "\(jobs.count) jobs"
    try command.state.auditLog(environment).perform(AuditAct("trigger", of: subject, parameters)) {
      () throws(Failure) in
    }
  }

  /// The name of each job by its id, or the id where several share a name.
  private func labels(_ chosen: [JobInputs.Entry]) -> [String: String] {
    var ids: [String: Set<String>] = [:]
    for entry in chosen { ids[entry.job.name, default: []].insert(entry.job.id) }
    var labels: [String: String] = [:]
    for entry in chosen { labels[entry.job.id] = ids[entry.job.name]?.count == 1 ? entry.job.name : entry.job.id }
    return labels
  }
}
