import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsExec
import JobsStore

/// One run of `apply`: a plan is made or read, shown, asked about, and carried out change by change.
struct ApplySession {
  private let command: ApplyCommand
  private let session: PlanSession

  init(_ command: ApplyCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    session = try PlanSession(command.options, environment, verb: "apply")
  }

  func run() async throws(Failure) -> ExitStatus {
    if let (file, name) = try planFile() { return try await apply(file, name) }
    let inputs = try session.read(command.paths)
    try checkForActing(inputs)
    let world = try await session.world(for: inputs)
    let wanted = try WantedJobs(inputs, world, isQuiet: session.isQuiet)
    guard wanted.refused == 0 else {
      throw .usage(
        wanted.refused == 1
          ? "a job cannot be deployed, and nothing was changed"
          : "\(wanted.refused) jobs cannot be deployed, and nothing was changed",
        hint: "mend them, or leave them out by -l")
    }
    let survey = try await world.survey()
    let plan = try session.compare(wanted, in: survey, scope: command.onlyDrift ? .drift : .manifests)
    session.warn(plan)
    guard plan.collisions.isEmpty else {
      throw .usage(
        "what others made stands in the way, and nothing was changed",
        hint: "give the jobs other names, or leave them out by -l")
    }
    try await checkForMissing(plan.changes, world)
    try ask(plan.changes, world.places, session.report.summary(plan))
    try inputs.pass(to: session.sink)
    let acts = Acts(changes: plan.changes, settled: plan.settled, survey: survey, world: world)
    return try await carryOut(acts, upstream: inputs.upstream, isOK: inputs.isOK)
  }

  /// Refuses what must not be acted on, before the first act.
  private func checkForActing(_ inputs: JobInputs) throws(Failure) {
    if let stream = inputs.stream {
      try stream.checkForActing(allowIncomplete: command.allowIncomplete, allowFailed: command.allowFailed)
    }
    guard let check = inputs.check, check.hasErrors else { return }
    _ = FileBytes.writeAll(STDERR_FILENO, Array(check.report(session.errorTerminal).utf8))
    guard command.allowFailed else {
      throw .usage(
        "the manifests have errors, and nothing was changed",
        hint: "mend them, or pass --allow-failed to leave those jobs out")
    }
  }

  /// Names all that is missing at once, before the first act.
  private func checkForMissing(_ changes: [Change], _ world: World) async throws(Failure) {
    let missing = try await world.preflight(changes)
    for one in missing { Entry.say("jobs-deploy", Terminal.visible(one.message), hint: Terminal.visible(one.hint)) }
    guard missing.isEmpty else {
      throw .world("what is missing has to be there first, and nothing was changed", hint: "grant it, and try again")
    }
  }

  // MARK: A plan's file

  /// The plan that the command line names; nil where it names none.
  private func planFile() throws(Failure) -> (file: PlanFile, name: String)? {
    for path in command.paths where path != "-" {
      guard let bytes = try? FileBytes.read(path, limit: PlanFile.limit), PlanFile.isPlan(bytes) else { continue }
      let name = "the plan '\(Terminal.visible(path))'"
      let manifests = command.options.manifests
      guard command.paths.count == 1, !command.onlyDrift, manifests.environment == nil, manifests.selector == nil,
        manifests.variables.isEmpty, manifests.format == nil
      else {
        throw .usage("\(name) is carried out as it stands", hint: "name it alone, without options for reading")
      }
      return (try PlanFile(bytes, name: name), name)
    }
    return nil
  }

  private func apply(_ file: PlanFile, _ name: String) async throws(Failure) -> ExitStatus {
    let world = World(try await command.options.place.providers(of: file, session.environment))
    // Whoever makes a plan may be somebody else than who carries it out.
    guard file.places.map(\.address) == world.places.map(\.address) else {
      let other = file.places.map { "\($0.account) as \($0.identity), \($0.name)" }.joined(separator: "; ")
      throw .usage(
        "\(name) is for \(Terminal.visible(other)), and nothing was changed",
        hint: "run it there, with the same --crontab if it has one")
    }
    for input in file.inputs {
      guard PlanFile.Input(file: input.file, bytes: try WantedJobs.bytes(of: input.file)) == input else {
        throw .usage(
          "'\(Terminal.visible(input.file))' changed since \(name) was made, and nothing was changed",
          hint: "make the plan anew")
      }
    }
    let survey = try await world.survey()
    let live = Dictionary(survey.owned.map { ($0.id, $0.precondition) }) { first, _ in first }
    for change in file.changes where (live[change.id] ?? LiveResource.absent) != change.precondition {
      throw .usage(
        "'\(Terminal.visible(change.id))' changed since \(name) was made, and nothing was changed",
        hint: "make the plan anew")
    }
    try await checkForMissing(file.changes, world)
    try ask(file.changes, world.places, "\(file.changes.count) changes of \(name)")
    let acts = Acts(changes: file.changes, settled: [], survey: survey, world: world)
    return try await carryOut(acts, upstream: [], isOK: true)
  }

  // MARK: Acting

  private func ask(_ changes: [Change], _ places: [Place], _ summary: String) throws(Failure) {
    let sink = session.sink
    if sink.isHuman { sink.output.write(session.report.head(places)) }
    guard !changes.isEmpty, !command.yes else { return }
    if sink.isHuman {
      for change in changes { session.emit(change) }
      sink.output.write("\(summary)\n")
      try sink.flush()
    } else {
      let report = PlanReport(terminal: session.errorTerminal)
      let text = report.head(places) + changes.map(report.text(of:)).joined() + "\(summary)\n"
      _ = FileBytes.writeAll(STDERR_FILENO, Array(text.utf8))
    }
    try Question.ask("apply \(changes.count == 1 ? "this change" : "these \(changes.count) changes")?")
  }

  /// What is to be carried out, and where.
  private struct Acts {
    var changes: [Change]
    /// What is as it should be, so that it is noted too.
    var settled: [Resource]
    /// The world as the changes were planned.
    var survey: Survey
    var world: World
  }

  /// - Parameter isOK: whether all that was read was without a fault.
  private func carryOut(_ acts: Acts, upstream: [[UInt8]], isOK: Bool) async throws(Failure) -> ExitStatus {
    var applied = try session.options.state.applied(session.environment)
    let before = applied
    for resource in acts.settled { applied[resource.id] = resource.fields }
    let live = Dictionary(acts.survey.owned.map { ($0.id, $0.fields) }) { first, _ in first }
    let rollout = try await rollOut(acts.changes, acts.world)
    for change in rollout.changes where change.state == .done {
      applied[change.id] = change.action == .delete ? nil : change.result(over: live[change.id] ?? [])
    }
    let done = rollout.count(.done)
    session.sink.say(words(rollout), isQuiet: session.isQuiet)
    try session.sink.finish(ok: isOK && done == acts.changes.count, upstream: upstream)
    if applied != before { try keep(applied, isAfterActs: done > 0) }
    if rollout.isStopped, let signal = StopRequest.signal { Interrupts.end(by: signal) }
    if done == acts.changes.count { return .done }
    return done > 0 || rollout.failures.values.contains { $0.kind == .partial } ? .partial : .world
  }

  private func rollOut(_ changes: [Change], _ world: World) async throws(Failure) -> Rollout {
    let log = try session.options.state.auditLog(session.environment)
    var rollout = try world.rollout(changes, width: command.parallel)
    StopRequest.hold()
    defer { StopRequest.release() }
    await rollout.run(clock: Self.seconds, isStopping: { StopRequest.signal != nil }) { change throws(Failure) in
      let provider = try world.provider(of: change.id)
      let pending = try log.begin(Self.act(change))
      var failure: Failure?
      do throws(Failure) {
        try await provider.perform(change)
      } catch {
        failure = error
      }
      try log.end(pending, failure)
    } report: { change, failure in
      report(change, failure)
    }
    return rollout
  }

  /// The note helps to tell drift; without it the marks still do, field by field no more.
  private func keep(_ applied: AppliedResources, isAfterActs: Bool) throws(Failure) {
    do throws(Failure) {
      try session.options.state.keep(applied, session.environment)
    } catch {
      guard isAfterActs else { throw error }
      throw Failure(
        .partial, "the changes were made, and the note of what was applied was not: \(error.message)", hint: error.hint)
    }
  }

  private static func act(_ change: Change) -> AuditAct {
    var parameters: [AuditAct.Parameter] = [.init("resource", change.id), .init("action", change.action.rawValue)]
    parameters += change.fields.map { .init($0.path, $0.desired?.text ?? "") }
    return AuditAct("apply", of: change.job, parameters)
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  // MARK: Reporting

  private func report(_ change: Change, _ failure: Failure?) {
    if let failure {
      Entry.say(
        "jobs-deploy", "cannot \(change.action.rawValue) '\(Terminal.visible(change.id))': \(failure.message)",
        hint: failure.hint)
    } else if change.state == .skipped {
      Entry.say(
        "jobs-deploy", "'\(Terminal.visible(change.id))' was skipped: what it depends on failed", level: "warning")
    }
    guard session.sink.isHuman else { return session.emit(change) }
    guard change.state == .done else { return }
    session.sink.output.write("\(change.action.participle) \(Terminal.visible(change.id))\n")
  }

  private func words(_ rollout: Rollout) -> String {
    guard !rollout.changes.isEmpty else { return "nothing to change" }
    var parts = ["\(rollout.count(.done)) of \(rollout.changes.count) changes done"]
    for (state, word) in [(Change.State.failed, "failed"), (.skipped, "skipped"), (.planned, "not begun")] {
      if rollout.count(state) > 0 { parts.append("\(rollout.count(state)) \(word)") }
    }
    return parts.joined(separator: ", ")
  }
}

extension Change.Action {
  fileprivate var participle: String {
    switch self {
    case .create: "created"
    case .update: "updated"
    case .delete: "deleted"
    }
  }
}
