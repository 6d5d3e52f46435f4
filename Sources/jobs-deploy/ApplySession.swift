import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// One run of `apply`: a plan is made, read, or taken up where it was left, and carried out.
struct ApplySession {
  private let command: ApplyCommand
  private let session: PlanSession
  private let act: ActSession

  init(_ command: ApplyCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    session = try PlanSession(command.manifests, command.options, environment, verb: "apply")
    act = ActSession(options: command.act, session: session.base)
  }

  func run() async throws(Failure) -> ExitStatus {
    if command.resume { return try await resume() }
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
    let lease = try act.lease(world)
    let survey = try await session.survey(world, for: wanted)
    try session.base.sayInterrupted(world)
    let plan = try session.compare(wanted, in: survey, world, scope: command.onlyDrift ? .drift : .manifests)
    session.warn(plan, wanted)
    guard plan.collisions.isEmpty else {
      throw .usage(
        "what others made stands in the way, and nothing was changed",
        hint: "give the jobs other names, or leave them out by -l")
    }
    guard plan.refused.isEmpty else {
      throw .usage(
        "what is there cannot become what the manifests want, and nothing was changed",
        hint: "do as is said above, or leave the jobs out by -l")
    }
    let sparing = try spare(plan, inputs, survey, world)
    let changes = sparing.changes
    try act.checkSafeguards(changes, near: wanted.files)
    try await act.checkForMissing(changes, world)
    try act.ask(changes, world.places, session.base.report.summary(plan))
    try inputs.pass(to: session.sink)
    let acts = ActSession.Acts(
      changes: changes, checks: checks(wanted, changes), rollsBack: command.rollbackOnFailure, settled: plan.settled,
      survey: survey, world: world,
      commit: changes.isEmpty ? nil : DeployedCommit.of(inputs, files: wanted.files), folder: wanted.folder)
    let isWhole = sparing.spared.isEmpty
    let status = try await act.carryOut(acts, lease, upstream: inputs.upstream, isOK: inputs.isOK && isWhole)
    return status == .done && !isWhole ? .partial : status
  }

  /// What has to hold afterwards, as far as it was asked for.
  private func checks(_ wanted: WantedJobs, _ changes: [Change]) -> [PostDeployCheck] {
    switch command.verify {
    case .all: wanted.checks
    case .changed: PostDeployCheck.due(wanted.checks, after: changes)
    case .none: []
    }
  }

  /// Leaves changes out that have to wait, and names them.
  private func spare(
    _ plan: Plan, _ inputs: JobInputs, _ survey: Survey, _ world: World
  ) throws(Failure) -> Sparing {
    let (seconds, isAsked) = try spare()
    guard seconds > 0, !plan.isEmpty else { return Sparing(plan.changes) { _ in nil } }
    let active = try ActiveJobs(
      inputs, plan, in: survey, world, within: seconds, isStrict: isAsked,
      state: try session.base.options.state.directory(session.base.environment))
    let sparing = Sparing(plan.changes, reason: active.reason)
    for spared in sparing.spared {
      let reason =
        switch spared.reason {
        case .runs: "it runs now"
        case .isDue(let time): "it is due at \(Instant(seconds: time).rfc3339)"
        }
      Entry.say(
        "jobs-deploy",
        "\(spared.count == 1 ? "a change" : "\(spared.count) changes") of '\(Terminal.visible(spared.job))' "
          + "\(spared.count == 1 ? "is" : "are") put off: \(reason)",
        level: "warning", hint: "apply again later, or with --spare 0")
    }
    return sparing
  }

  /// For how long before it is due a job is left alone, and whether somebody said so.
  private func spare() throws(Failure) -> (seconds: Int, isAsked: Bool) {
    let variable = session.base.environment["JOBS_SPARE"].flatMap { $0.isEmpty ? nil : $0 }
    // What somebody moved is not what the job is to run with.
    if command.onlyDrift, command.spare == nil { return (0, false) }
    guard let text = command.spare ?? variable else { return (Self.usualSpare, false) }
    guard let seconds = Quantity.seconds(text) else {
      throw .usage("JOBS_SPARE is no length of time: '\(Terminal.visible(text))'", hint: "write 5m, or 0 for none")
    }
    return (seconds, true)
  }

  /// In seconds.
  private static let usualSpare = 300

  /// Refuses what must not be acted on, before the first act.
  private func checkForActing(_ inputs: JobInputs) throws(Failure) {
    if let stream = inputs.stream {
      try stream.checkForActing(allowIncomplete: command.allowIncomplete, allowFailed: command.allowFailed)
    }
    guard let check = inputs.check, check.hasErrors else { return }
    _ = FileBytes.writeAll(STDERR_FILENO, Array(check.report(session.base.errorTerminal).utf8))
    guard command.allowFailed else {
      throw .usage(
        "the manifests have errors, and nothing was changed",
        hint: "mend them, or pass --allow-failed to leave those jobs out")
    }
  }

  // MARK: A plan's file

  /// The plan that the command line names; nil where it names none.
  private func planFile() throws(Failure) -> (file: PlanFile, name: String)? {
    for path in command.paths where path != "-" {
      guard let bytes = try? FileBytes.read(path, limit: PlanFile.limit), PlanFile.isPlan(bytes) else { continue }
      let name = "the plan '\(Terminal.visible(path))'"
      guard command.paths.count == 1, !command.onlyDrift, command.spare == nil, !readsManifests else {
        throw .usage("\(name) is carried out as it stands", hint: "name it alone, without options for reading")
      }
      return (try PlanFile(bytes, name: name), name)
    }
    return nil
  }

  /// Whether an option says how manifests are read.
  private var readsManifests: Bool {
    let manifests = command.manifests
    return manifests.environment != nil || manifests.selector != nil || !manifests.variables.isEmpty
      || manifests.format != nil
  }

  private func apply(_ file: PlanFile, _ name: String) async throws(Failure) -> ExitStatus {
    let world = try await session.base.world(of: file, name)
    for input in file.inputs {
      guard PlanFile.Input(file: input.file, bytes: try WantedJobs.bytes(of: input.file)) == input else {
        throw .usage(
          "'\(Terminal.visible(input.file))' changed since \(name) was made, and nothing was changed",
          hint: "make the plan anew")
      }
    }
    let lease = try act.lease(world)
    let survey = try await session.base.survey(world, wanting: file.changes.map(\.id))
    let live = Dictionary(survey.owned.map { ($0.id, $0.precondition) }) { first, _ in first }
    for change in file.changes where (live[change.id] ?? LiveResource.absent) != change.precondition {
      throw .usage(
        "'\(Terminal.visible(change.id))' changed since \(name) was made, and nothing was changed",
        hint: "make the plan anew")
    }
    try act.checkSafeguards(file.changes, near: file.inputs.map(\.file))
    try await act.checkForMissing(file.changes, world)
    try act.ask(file.changes, world.places, "\(file.changes.count) changes of \(name)")
    let acts = ActSession.Acts(
      changes: file.changes, checks: command.verify == .none ? [] : file.checks,
      rollsBack: command.rollbackOnFailure, survey: survey, world: world,
      commit: DeployedCommit.of(JobInputs(), files: file.inputs.map(\.file)),
      folder: WantedJobs.folder(of: file.inputs.map(\.file)))
    return try await act.carryOut(acts, lease)
  }

  // MARK: After a crash

  /// Goes on with the run that was killed last.
  private func resume() async throws(Failure) -> ExitStatus {
    guard command.paths.isEmpty, !command.onlyDrift, !readsManifests else {
      throw .usage(
        "--resume goes on with the plan as it was made", hint: "leave paths and options for reading out")
    }
    guard var journal = try session.base.interrupted().last else {
      throw .usage("no run was interrupted", hint: "'jobs-deploy history' lists the runs there were")
    }
    let name = "the run \(journal.head.id)"
    let file = PlanFile(
      createdAt: journal.head.startedAt.rfc3339, places: journal.head.places, inputs: [],
      changes: journal.entries.map(\.change))
    let world = try await session.base.world(of: file, name)
    let lease = try act.lease(world)
    let survey = try await session.base.survey(world, wanting: file.changes.map(\.id))
    let live = Dictionary(survey.owned.map { ($0.id, $0) }) { first, _ in first }
    let verdicts = journal.settle(in: live)
    // What failed before the crash is tried again, if it is as it was.
    let changes = journal.entries.map(\.change).filter { $0.state != .done }.map { change in
      var change = change
      change.state = .planned
      return change
    }
    var refused: [String: Failure] = [:]
    for change in changes {
      refused[change.id] = Self.refusal(verdicts[change.id] ?? Journal.verdict(on: change, live: live[change.id]))
    }
    // Approvals and freezes are asked for as they are now: whoever goes on may be somebody else, on another day.
    try act.checkSafeguards(
      changes.isEmpty ? journal.entries.map(\.change) : changes, near: journal.head.folder.map { ["\($0)/"] } ?? [])
    if let approval = act.approval { journal.head.approval = approval }
    if let reason = act.options.approval.overrideFreeze { journal.head.override = reason }
    try await act.checkForMissing(changes, world)
    let done = journal.count(.done)
    try act.ask(changes, world.places, "\(changes.count) changes of \(name) are left, and \(done) were made")
    let acts = ActSession.Acts(
      changes: changes, survey: survey, world: world, resumed: journal, refused: refused)
    return try await act.carryOut(acts, lease)
  }

  private static func refusal(_ verdict: Journal.Verdict) -> Failure? {
    switch verdict {
    case .done, .notYet: nil
    case .neither:
      .world(
        "it is neither as it was when the run began nor as it was to become",
        hint: "look at it; 'jobs-deploy plan' shows what is left")
    case .unkept:
      .world(
        "a value that it was to have looks like a secret, and was not kept",
        hint: "'jobs-deploy apply' of the manifests does it")
    }
  }
}
