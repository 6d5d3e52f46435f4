import Glibc
import JobsCommand
import JobsCore
import JobsEvents
import JobsExec
import JobsManifest
import JobsRemote
import JobsStore

/// The run of a job for one event, unless a run for it succeeded before or goes on.
struct EventRun {
  let command: EventCommand
  let environment: [String: String]
  let sink: RecordSink
  let state: StateDirectory

  /// - Returns: whether the event is dealt with, and may be forgotten by who sent it.
  func run(_ event: IncomingEvent, _ entry: JobInputs.Entry) async throws(Failure) -> Bool {
    let key = RunHistory.EventKey(job: entry.job.id, source: event.source, id: event.id)
    guard let lock = try FileLock.take("\(state.locks)/\(key.lockName)") else {
      say("the event '\(event.id)' is dealt with by another process; deliver it again later")
      return false
    }
    defer { lock.release() }
    let history = try RunHistory(writing: state)
    _ = try history.heal(now: Instant.now().milliseconds)
    if let before = try history.execution(of: key) {
      switch before.state {
      case .succeeded:
        say("the event '\(event.id)' came before, and its run '\(before.id)' succeeded")
        return true
      case .pending, .running:
        say("the event '\(event.id)' came before, and its run '\(before.id)' goes on; deliver it again later")
        return false
      default: break
      }
    }
    let file = entry.job.target.kind == .local ? try EventFile(event.data, in: state) : nil
    defer { file?.remove() }
    let result = try await run(plan(event, entry, file), entry.job, EventClaim(key, history), event)
    for execution in result.attempts { sink.emit("execution") { execution.write(to: &$0) } }
    result.sayFault(isQuiet: command.output.quiet)
    if sink.isHuman, let last = result.last {
      sink.output.write("\(last.id) of \(Terminal.visible(last.job)): \(last.state.rawValue)\n")
    }
    return result.exitStatus == .done
  }

  private func plan(_ event: IncomingEvent, _ entry: JobInputs.Entry, _ file: EventFile?) -> RunPlan {
    let variables = EventVariables(event: event)
    var changes = command.overrides.changes
    changes.variables += variables.variables(file: file?.path)
    changes.parameters = Self.joined(changes.parameters, variables.parameters)
    changes.trigger = "event"
    if entry.job.target.kind != .local {
      do throws(LaunchFailure) {
        try variables.checkAway()
      } catch {
        return .refuse(error)
      }
    }
    let planner = RunPlanner(
      changes: changes, force: false, secrets: SecretFolder(option: command.secrets.folder, environment, state),
      environment: environment, base: ProcessEnvironment.base(.inherited, caller: .current()))
    return planner.plan(entry)
  }

  private func run(
    _ plan: RunPlan, _ job: Job, _ claim: EventClaim, _ event: IncomingEvent
  ) async throws(Failure) -> RunResult {
    let labels = [job.id: job.name]
    if plan.runs {
      let act = AuditAct("trigger", of: job.id, [.init("event", event.id), .init("source", event.source)])
      try command.state.auditLog(environment).perform(act) { () throws(Failure) in }
    }
    try sink.flush()
    let console = LiveConsole(
      isHuman: false, isQuiet: command.output.quiet, labels: labels, isPrefixed: false, terminal: .plain)
    let outcome: JobRunner.Outcome
    if case .runAway(let cloud) = plan {
      outcome = try await CloudRunner(
        state: state, parallelism: 1, pace: RemotePace(),
        places: CloudPlaces(impersonating: command.cloud.chain, environment), labels: labels
      ).run([cloud], console, telling: [claim])
    } else {
      let parameters = Self.joined(command.overrides.changes.parameters, EventVariables(event: event).parameters)
      outcome = try JobRunner(state: state, parallelism: 1, parameters: parameters, labels: labels)
        .run([(job, plan)], console, telling: [claim])
    }
    if let failure = outcome.historyFailure {
      Entry.say("jobs-run", "the history lacks what happened: \(failure.message)", hint: failure.hint)
    }
    if let signal = outcome.interruptedBy { Interrupts.end(by: signal) }
    return outcome.results[0]
  }

  /// Two JSON objects as one.
  private static func joined(_ first: String, _ second: String) -> String {
    first == "{}" ? second : "\(first.dropLast()),\(second.dropFirst())"
  }

  private func say(_ words: String) {
    if !command.output.quiet { Entry.say("jobs-run", Terminal.visible(words), level: "note") }
  }
}
