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
    /// What has to hold once they are done.
    var checks: [PostDeployCheck] = []
    /// Whether they are taken back where something fails.
    var rollsBack = false
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

  var state: StateOptions { session.options.state }

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

  var actor: AuditActor { .current { session.environment[$0] } }

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
      throw .world(
        "what is missing has to be there first, and nothing was changed", hint: "provide it, and run the same again")
    }
  }

  /// Refuses what a project file forbids.
  ///
  /// - Parameter paths: of files at or below the project; without any on this host the working directory counts.
  func checkSafeguards(_ changes: [Change], near paths: [String]) throws(Failure) {
    guard !changes.isEmpty else { return }
    let there = paths.filter { access($0, F_OK) == 0 }
    try Safeguards(changes, near: there.isEmpty ? ["./"] : there).check(options.approval, now: .now())
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
    let renew = lease.renew
    let end = await withTaskGroup(of: Void.self) { group -> Result<ExitStatus, Failure> in
      group.addTask {
        while !Task.isCancelled {
          renew()
          do { try await Task.sleep(for: Lease.renewal) } catch { return }
        }
      }
      defer { group.cancelAll() }
      do throws(Failure) {
        return .success(try await carryOutHeld(acts, lease, upstream: upstream, isOK: isOK))
      } catch {
        return .failure(error)
      }
    }
    return try end.get()
  }

  private func carryOutHeld(
    _ acts: Acts, _ lease: Lease, upstream: [[UInt8]], isOK: Bool
  ) async throws(Failure) -> ExitStatus {
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

    // Nobody is to take what goes on for a run that was killed.
    if let resumed = acts.resumed { try lease.goOn(as: resumed.head.id) }
    var journal = acts.resumed ?? Journal(head: head(acts), changes: acts.changes, checks: acts.checks)
    if acts.resumed != nil || !journal.entries.isEmpty || !journal.checks.isEmpty {
      let file = try file(of: journal, isResumed: acts.resumed != nil)
      let rollout = try await make(acts, &journal, file, lease, live, &applied)
      let isStopped = rollout.isStopped
      if !isStopped { try await makeChecks(&journal, file) }
      session.sink.say(words(rollout, journal.checks), isQuiet: session.isQuiet)
      if journal.head.rollsBack, journal.hasFailed, !isStopped, StopRequest.signal == nil, lease.isHeld {
        try await takeBack(journal, file, acts.world, lease)
      } else {
        try close(file, isStopped && journal.outcome == .failed ? .stopped : journal.outcome)
      }
      return try end(rollout, journal, upstream: upstream, isOK: isOK)
    }
    session.sink.say("nothing to change", isQuiet: session.isQuiet)
    try session.sink.finish(ok: isOK, upstream: upstream)
    return .done
  }

  /// Ends the stream, and says how it all ended.
  private func end(
    _ rollout: Rollout, _ journal: Journal, upstream: [[UInt8]], isOK: Bool
  ) throws(Failure) -> ExitStatus {
    let done = rollout.count(.done)
    let isDone = done == rollout.changes.count && journal.checks.allSatisfy { $0.state == .done }
    try session.sink.finish(ok: isOK && isDone, upstream: upstream)
    // A signal that came when all was done already asks for nothing.
    if rollout.isStopped || journal.checks.contains(where: { $0.state == .planned }), let signal = StopRequest.signal {
      Interrupts.end(by: signal)
    }
    if isDone { return .done }
    return done > 0 || !journal.checks.isEmpty || rollout.failures.values.contains { $0.kind == .partial }
      ? .partial : .world
  }

  /// Carries changes out, and notes what was applied.
  func make(
    _ acts: Acts, _ journal: inout Journal, _ file: JournalFile, _ lease: Lease, _ live: [String: LiveResource],
    _ applied: inout AppliedResources
  ) async throws(Failure) -> Rollout {
    var rollout = try acts.world.rollout(acts.changes, width: options.parallel)
    try await rollOut(&rollout, acts, live, lease, journal.head, file)
    let noted = applied
    for change in rollout.changes where change.state == .done {
      applied[change.id] = change.action.isLast ? nil : change.result(over: live[change.id]?.fields ?? [])
    }
    // First the note: from a journal that is open it is learned again, from one that is closed it is not.
    if applied != noted { try keep(applied) }
    journal.set(rollout.changes)
    return rollout
  }

  /// The file of a journal, to which what happens is appended.
  func file(of journal: Journal, isResumed: Bool) throws(Failure) -> JournalFile {
    let folder = try state.journals(session.environment)
    guard isResumed else { return try JournalFile.create(journal, in: folder) }
    let file = try JournalFile.reopen(journal.head.id, in: folder)
    try file.resume(by: actor.user, on: hostName(), approval: approval, override: options.approval.overrideFreeze)
    for entry in journal.entries where entry.change.state == .done { try file.end(entry.change, nil) }
    return file
  }

  func close(_ file: JournalFile, _ result: Journal.Result) throws(Failure) {
    do throws(Failure) {
      try file.close(result)
      try state.journals(session.environment).trim()
    } catch {
      Entry.say(
        "jobs-deploy", "the run is over, and its journal looks interrupted: \(error.message)", level: "warning",
        hint: error.hint)
    }
  }

  /// Who approved it, as the command line says.
  var approval: Journal.Head.Approval? {
    options.approval.approveBy.flatMap { by in options.approval.ticket.map { Journal.Head.Approval(by: by, ticket: $0) }
    }
  }

  /// - Parameters:
  ///   - id: of the run; nil for the one that this session began with.
  ///   - verb: nil for the session's own.
  func head(_ acts: Acts, id other: String? = nil, verb: String? = nil) -> Journal.Head {
    var head = Journal.Head(
      id: other ?? id, verb: verb ?? session.verb, startedAt: .now(), user: actor.user, host: hostName(),
      plan: PlanFile.digest(of: acts.changes), commit: acts.commit?.id, committedAt: acts.commit?.time,
      places: acts.world.places, undoes: acts.undoes, folder: acts.folder,
      approval: approval,
      override: options.approval.overrideFreeze)
    head.rollsBack = acts.rollsBack
    return head
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
}
