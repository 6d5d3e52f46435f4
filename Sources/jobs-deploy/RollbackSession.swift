import JobsCommand
import JobsCore
import JobsDeploy
import JobsStore

/// One run of `rollback`: runs are read back from their journals, and taken back as a plan.
struct RollbackSession {
  private let command: RollbackCommand
  private let session: DeploySession
  private let act: ActSession

  init(_ command: RollbackCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    session = try DeploySession(command.options, environment, verb: "rollback")
    act = ActSession(options: command.act, session: session)
  }

  func run() async throws(Failure) -> ExitStatus {
    let runs = try undone()
    guard let newest = runs.first else {
      throw .usage("there is nothing to take back", hint: "'jobs-deploy history' lists the runs there were")
    }
    let world = try await session.world(
      of: PlanFile(createdAt: "", places: newest.head.places, inputs: [], changes: []), "the run \(newest.head.id)")
    guard runs.allSatisfy({ $0.isWithin(world) }) else {
      throw .usage(
        "these runs changed several places, and nothing was changed", hint: "take them back one after the other")
    }
    let lease = try act.lease(world)
    let survey = try await session.survey(world, wanting: runs.flatMap { $0.entries.map(\.change.id) })
    let reversal = Reversal(
      of: runs.map { $0.restricted(to: world) }, in: survey, applied: try session.applied(survey, world))
    for obstacle in reversal.obstacles {
      Entry.say(
        "jobs-deploy", "'\(Terminal.visible(obstacle.id))' cannot be taken back: \(obstacle.reason)", level: "warning",
        hint: "write what it is to be into its manifest, and apply that")
    }
    try act.checkSafeguards(reversal.changes, near: runs.compactMap(\.head.folder).map { "\($0)/" })
    try await act.checkForMissing(reversal.changes, world)
    try act.ask(reversal.changes, world.places, summary(runs, reversal))
    let acts = ActSession.Acts(
      changes: reversal.changes, survey: survey, world: world, undoes: runs.map(\.head.id), folder: newest.head.folder)
    let status = try await act.carryOut(acts, lease, isOK: reversal.obstacles.isEmpty)
    return status == .done && !reversal.obstacles.isEmpty ? .partial : status
  }

  /// The runs to take back, the newest first.
  private func undone() throws(Failure) -> [Journal] {
    let all = try session.options.state.journals(session.environment).all()
    guard let wanted = command.to ?? command.before else {
      return all.last { $0.count(.done) > 0 }.map { [$0] } ?? []
    }
    let start = ULID.prefix(wanted)
    let found = all.indices.filter { at in start.map { all[at].head.id.hasPrefix($0) } ?? false }
    guard found.count == 1, let at = found.first else {
      throw .usage(
        found.isEmpty
          ? "there was no run '\(Terminal.visible(wanted))'"
          : "\(found.count) runs begin with '\(Terminal.visible(wanted))'",
        hint: "'jobs-deploy history' lists their ids")
    }
    return all[(command.before == nil ? at + 1 : at)...].reversed().filter { $0.count(.done) > 0 }
  }

  private func summary(_ runs: [Journal], _ reversal: Reversal) -> String {
    let what = runs.count == 1 ? "the run \(runs[0].head.id)" : "\(runs.count) runs"
    return "\(reversal.changes.count == 1 ? "1 change takes" : "\(reversal.changes.count) changes take") back \(what)"
      + (reversal.obstacles.isEmpty ? "" : "; \(reversal.obstacles.count) cannot be taken back")
  }
}
