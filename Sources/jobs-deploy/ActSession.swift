import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsExec
import JobsStore

/// One run that changes the world: it takes the lease, asks, and carries changes out, each with its lines in the journal and
/// in the audit log.
struct ActSession {
  let options: ActOptions
  let session: DeploySession
  /// The id of the run.
  let id = ULIDSource.shared.next(at: Instant.now().milliseconds).description

  /// What is to be carried out, and where.
  struct Acts {
    var changes: [Change]
    /// What is as it should be, so that it is noted too.
    var settled: [Resource] = []
    /// The world as the changes were planned.
    var survey: Survey
    var world: World
    var commit: DeployedCommit?
    /// The ids of the runs that are taken back.
    var undoes: [String] = []
    /// A folder at or below the project.
    var folder: String?
    /// The journal of a run that was killed and goes on.
    var resumed: Journal?
    /// Why changes cannot be carried out, by their ids.
    var refused: [String: Failure] = [:]
  }

  private var state: StateOptions { session.options.state }

  // MARK: Before the first act

  /// Takes the right to change the places of a world, to be had before it is looked at.
  func lease(_ world: World) throws(Failure) -> Lease {
    let owner = Lease.Owner(
      place: "", run: id, user: actor.user, host: hostName(), pid: getpid(), since: .now())
    return try Lease.take(
      world.places, in: try state.directory(session.environment), for: owner, waiting: options.patience
    ) { other in
      guard !session.isQuiet else { return }
      Entry.say("jobs-deploy", "waiting for \(other?.words ?? "another run")", level: "note")
    }
  }

  private var actor: AuditActor { .current { session.environment[$0] } }

  /// Names all that is missing at once, before the first act.
  func checkForMissing(_ changes: [Change], _ world: World) async throws(Failure) {
    guard !options.offline else { return }
    let missing = try await world.preflight(changes)
    for one in missing where one.isCertain || !session.isQuiet {
      Entry.say(
        "jobs-deploy", Terminal.visible(one.message), level: one.isCertain ? "error" : "warning",
        hint: one.hint.map(Terminal.visible))
    }
    guard !missing.contains(where: \.isCertain) else {
      throw .world("what is missing has to be there first, and nothing was changed", hint: "grant it, and try again")
    }
  }

  /// Refuses what a project file forbids.
  ///
  /// - Parameter paths: of files at or below the project; without any on this host the working directory counts.
  func checkSafeguards(_ changes: [Change], near paths: [String]) throws(Failure) {
    guard !changes.isEmpty else { return }
    let there = paths.filter { access($0, F_OK) == 0 }
    try Safeguards(changes, near: there.isEmpty ? ["./"] : there).check(options, now: .now())
  }

  func ask(_ changes: [Change], _ places: [Place], _ summary: String) throws(Failure) {
    try show(changes, places, summary)
    guard !changes.isEmpty, !options.yes else { return }
    try Question.ask("\(session.verb) \(changes.count == 1 ? "this change" : "these \(changes.count) changes")?")
  }

  /// Shows what a question will be asked about.
  func show(_ changes: [Change], _ places: [Place], _ summary: String) throws(Failure) {
    let sink = session.sink
    if sink.isHuman { sink.output.write(session.report.head(places)) }
    guard !changes.isEmpty, !options.yes else { return }
    if sink.isHuman {
      for change in changes { session.emit(change) }
      sink.output.write("\(summary)\n")
      try sink.flush()
    } else {
      let report = PlanReport(terminal: session.errorTerminal)
      let text = report.head(places) + changes.map(report.text(of:)).joined() + "\(summary)\n"
      _ = FileBytes.writeAll(STDERR_FILENO, Array(text.utf8))
    }
  }

  // MARK: Acting

  /// - Parameters:
  ///   - lease: held until all is done.
  ///   - isOK: whether all that was read was without a fault.
  func carryOut(
    _ acts: Acts, _ lease: Lease, upstream: [[UInt8]] = [], isOK: Bool = true
  ) async throws(Failure) -> ExitStatus {
    defer { lease.release() }
    let live = Dictionary(acts.survey.owned.map { ($0.id, $0) }) { first, _ in first }
    var applied = try state.applied(session.environment)
    let before = applied
    let open = try state.journals(session.environment).open()
    for journal in open { applied.learn(from: journal.restricted(to: acts.world), in: live) }
    for resource in acts.settled { applied[resource.id] = resource.fields }
    if applied != before { try state.keep(applied, session.environment) }
    for journal in open where journal.head.id != acts.resumed?.head.id && journal.isWithin(acts.world) {
      try settle(journal, live)
    }

    var rollout = try acts.world.rollout(acts.changes, width: options.parallel)
    if !acts.changes.isEmpty || acts.resumed != nil {
      var journal = acts.resumed ?? Journal(head: head(acts), changes: acts.changes)
      let file = try file(of: journal, isResumed: acts.resumed != nil)
      try await rollOut(&rollout, acts, live, lease, journal.head, file)
      let noted = applied
      for change in rollout.changes where change.state == .done {
        applied[change.id] = change.action.isLast ? nil : change.result(over: live[change.id]?.fields ?? [])
      }
      // First the note: from a journal that is open it is learned again, from one that is closed it is not.
      if applied != noted { try keep(applied) }
      journal.set(rollout.changes)
      try close(file, rollout.isStopped && journal.outcome == .failed ? .stopped : journal.outcome)
    }
    let done = rollout.count(.done)
    session.sink.say(words(rollout), isQuiet: session.isQuiet)
    try session.sink.finish(ok: isOK && done == acts.changes.count, upstream: upstream)
    if rollout.isStopped, let signal = StopRequest.signal { Interrupts.end(by: signal) }
    if done == acts.changes.count { return .done }
    return done > 0 || rollout.failures.values.contains { $0.kind == .partial } ? .partial : .world
  }

  /// The file of a journal, to which what happens is appended.
  private func file(of journal: Journal, isResumed: Bool) throws(Failure) -> JournalFile {
    let folder = try state.journals(session.environment)
    guard isResumed else { return try JournalFile.create(journal, in: folder) }
    let file = try JournalFile.reopen(journal.head.id, in: folder)
    try file.resume(by: actor.user, on: hostName())
    for entry in journal.entries where entry.change.state == .done { try file.end(entry.change, nil) }
    return file
  }

  private func close(_ file: JournalFile, _ result: Journal.Result) throws(Failure) {
    do throws(Failure) {
      try file.close(result)
      try state.journals(session.environment).trim()
    } catch {
      Entry.say(
        "jobs-deploy", "the run is over, and its journal looks interrupted: \(error.message)", level: "warning",
        hint: error.hint)
    }
  }

  /// Carries the changes out, each with its lines in the journal and in the audit log.
  private func rollOut(
    _ rollout: inout Rollout, _ acts: Acts, _ live: [String: LiveResource], _ lease: Lease, _ head: Journal.Head,
    _ file: JournalFile
  ) async throws(Failure) {
    let log = try state.auditLog(session.environment)
    let world = acts.world
    let refused = acts.refused
    StopRequest.hold()
    defer { StopRequest.release() }
    await rollout.run(clock: Self.seconds, isStopping: { StopRequest.signal != nil || !lease.isHeld }) {
      change throws(Failure) in
      if let failure = refused[change.id] { throw failure }
      let provider = try world.provider(of: change.id)
      let result = change.action.isLast ? nil : change.result(over: live[change.id]?.fields ?? [])
      try file.begin(change, result: result)
      let pending = try log.begin(Self.act(change, head))
      var failure: Failure?
      do throws(Failure) {
        try await provider.perform(change)
      } catch {
        failure = error
      }
      try log.end(pending, failure)
    } report: { change, failure in
      // What the journal lacks the world shows.
      try? file.end(change, failure?.message)
      report(change, failure)
    }
    if !lease.isHeld {
      Entry.say(
        "jobs-deploy", "somebody took the lease away, so nothing more was begun", level: "warning",
        hint: "'jobs-deploy history' shows what runs there now")
    }
  }

  private func head(_ acts: Acts) -> Journal.Head {
    Journal.Head(
      id: id, verb: session.verb, startedAt: .now(), user: actor.user, host: hostName(),
      plan: PlanFile.digest(of: acts.changes), commit: acts.commit?.id, committedAt: acts.commit?.time,
      places: acts.world.places, undoes: acts.undoes, folder: acts.folder,
      approval: options.approveBy.flatMap { by in options.ticket.map { Journal.Head.Approval(by: by, ticket: $0) } },
      override: options.overrideFreeze)
  }

  /// Closes the journal of a run that was killed, with what the world shows of it.
  private func settle(_ journal: Journal, _ live: [String: LiveResource]) throws(Failure) {
    var settled = journal
    _ = settled.settle(in: live)
    let file = try JournalFile.reopen(journal.head.id, in: try state.journals(session.environment))
    for (old, new) in zip(journal.entries, settled.entries) where old != new { try file.end(new.change, nil) }
    try file.close(.interrupted)
  }

  /// The note helps to tell drift; without it the marks still do, field by field no more.
  private func keep(_ applied: AppliedResources) throws(Failure) {
    do throws(Failure) {
      try state.keep(applied, session.environment)
    } catch {
      throw Failure(
        .partial, "the changes were made, and the note of what was applied was not: \(error.message)", hint: error.hint)
    }
  }

  private static func act(_ change: Change, _ head: Journal.Head) -> AuditAct {
    var parameters: [AuditAct.Parameter] = [
      .init("resource", change.id), .init("action", change.action.rawValue), .init("deploy", head.id),
      .init("plan", head.plan),
    ]
    for (name, text) in [
      ("commit", head.commit), ("approvedBy", head.approval?.by), ("ticket", head.approval?.ticket),
      ("override", head.override),
    ] {
      if let text { parameters.append(.init(name, text)) }
    }
    parameters += change.fields.map { .init($0.path, $0.desired?.text ?? "") }
    return AuditAct(head.verb, of: change.job, parameters)
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
    case .quarantine: "took out of use"
    case .adopt: "took over"
    case .release: "gave back"
    }
  }
}
