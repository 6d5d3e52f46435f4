import JobsCommand
import JobsCore
import JobsDeploy
import JobsManifest

/// One run of `prune`: what is ours and nobody wants any more goes out of use, or away.
struct PruneSession {
  private let command: PruneCommand
  private let session: PlanSession
  private let act: ActSession

  init(_ command: PruneCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    session = try PlanSession(command.manifests, command.options, environment, verb: "prune")
    act = ActSession(options: command.act, session: session.base)
  }

  func run() async throws(Failure) -> ExitStatus {
    let inputs = try session.read(command.paths)
    try checkThatAllIsRead(inputs)
    let world = try await session.world(for: inputs)
    let wanted = try WantedJobs(inputs, world, isQuiet: true)
    guard wanted.refused == 0 else {
      throw .usage(
        "a job cannot be deployed, and nothing was changed", hint: "mend it: what is its own has to be known")
    }
    let lease = try act.lease(world)
    let survey = try await session.survey(world, for: wanted, isWhole: true)
    let plan = try session.compare(wanted, in: survey, world)
    let (strays, others) = strays(plan, survey, inputs)
    let today = CivilDate(daysSinceEpoch: Instant.now().seconds / 86400)
    let pruning = Pruning(
      strays, in: survey, applied: try session.base.applied(survey, world), days: command.after, today: today
    ) { resource in world.providers.first { $0.owns(resource.id) }?.quarantine(resource, on: today) }
    say(pruning, others)
    try checkLimits(pruning.changes.count, of: survey.owned.count)
    try act.checkSafeguards(pruning.changes, near: wanted.files)
    try await act.checkForMissing(pruning.changes, world)
    try act.show(pruning.changes, world.places, "\(pruning.changes.count) of \(survey.owned.count) that are ours")
    if !pruning.changes.isEmpty, !command.act.yes {
      try Question.ask(
        toType: "prune \(pruning.changes.count)", hint: "add --yes --max \(pruning.changes.count)")
    }
    try inputs.pass(to: session.sink)
    let acts = ActSession.Acts(changes: pruning.changes, survey: survey, world: world, folder: wanted.folder)
    return try await act.carryOut(acts, lease, upstream: inputs.upstream, isOK: inputs.isOK)
  }

  private func checkThatAllIsRead(_ inputs: JobInputs) throws(Failure) {
    try inputs.stream?.checkForActing(allowIncomplete: false, allowFailed: false)
    inputs.sayFaults(session.base.errorTerminal, tool: "jobs-deploy", isQuiet: session.isQuiet)
    guard inputs.check?.hasErrors != true else {
      throw .usage(
        "the manifests have errors, and nothing was changed",
        hint: "mend them: a job that is not read looks as if it were gone")
    }
    guard !inputs.jobs.isEmpty else {
      throw .usage("there is no job at all, and nothing was changed", hint: "read the manifests of what is to stay")
    }
  }

  /// Resources whose jobs are gone, and how many are of tenants or environments of which nothing was read.
  private func strays(_ plan: Plan, _ survey: Survey, _ inputs: JobInputs) -> (strays: [LiveResource], others: Int) {
    let ids = Set(plan.strays)
    let read = Set(inputs.jobs.map { Self.room(of: $0.job.id) })
    let all = survey.owned.filter { ids.contains($0.id) }
    let owning = Set(survey.owned.map { Self.room(of: $0.owner) })
    let strays = all.filter { stray in
      let room = Self.room(of: stray.owner)
      guard room.hasPrefix("*/") else { return read.contains(room) }
      // Of all tenants of an environment: those that have something here have all to be read.
      let tenants = owning.filter { $0 != room && $0.hasSuffix(room.dropFirst()) }
      return tenants.isSubset(of: read) && read.contains { $0.hasSuffix(room.dropFirst()) }
    }
    return (strays, all.count - strays.count)
  }

  /// Tenant and environment of a job's id, or of what a mark has of it.
  private static func room(of id: String) -> Substring { id.lastIndex(of: "/").map { id[..<$0] } ?? "" }

  private func say(_ pruning: Pruning, _ others: Int) {
    guard !session.isQuiet else { return }
    for spared in pruning.spared {
      Entry.say(
        "jobs-deploy", "'\(Terminal.visible(spared.id))' stays: \(Terminal.visible(spared.reason))", level: "note")
    }
    if others > 0 {
      Entry.say(
        "jobs-deploy", "\(others) of tenants or environments of which nothing was read stay", level: "note", hint: nil)
    }
  }

  private func checkLimits(_ count: Int, of owned: Int) throws(Failure) {
    if let max = command.max, count > max {
      throw .usage(
        "\(count) would be pruned, and --max is \(max), so nothing was changed",
        hint: "look at what was read: 'jobs-deploy plan' says how many are of other jobs")
    }
    if count * 100 > command.maxPercent * owned {
      throw .usage(
        "\(count) of \(owned) would be pruned, more than \(command.maxPercent) %, so nothing was changed",
        hint: "look at what was read, or pass --max-percent")
    }
  }
}
