import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsStore

extension ActSession {
  /// Takes back what a run changed that failed, as another run: shown as a plan, with what cannot be taken back.
  ///
  /// The journal of the one is closed only when that of the other is on the disk, so that after a crash between them one of
  /// them goes on.
  func takeBack(_ failed: Journal, _ file: JournalFile, _ world: World, _ lease: Lease) async throws(Failure) {
    let survey = try await session.survey(world, wanting: failed.entries.map(\.change.id))
    let live = Dictionary(survey.owned.map { ($0.id, $0) }) { first, _ in first }
    let reversal = Reversal(
      of: [failed.counting(in: live).restricted(to: world)], in: survey, applied: try session.applied(survey, world))
    for obstacle in reversal.obstacles {
      Entry.say(
        "jobs-deploy", "'\(Terminal.visible(obstacle.id))' cannot be taken back: \(obstacle.reason)", level: "warning",
        hint: "write what it is to be into its manifest, and apply that")
    }
    guard !reversal.changes.isEmpty else {
      Entry.say("jobs-deploy", "there is nothing to take back", level: "note")
      return try close(file, failed.outcome)
    }
    showTakingBack(reversal)
    let acts = Acts(
      changes: reversal.changes, survey: survey, world: world, undoes: [failed.head.id], folder: failed.head.folder)
    let run = ULIDSource.shared.next(at: Instant.now().milliseconds).description
    var journal = Journal(head: head(acts, id: run, verb: "rollback"), changes: reversal.changes)
    let backFile = try self.file(of: journal, isResumed: false)
    try lease.goOn(as: run)
    try close(file, failed.outcome)
    var applied = try state.applied(session.environment)
    let rollout = try await make(acts, &journal, backFile, lease, live, &applied)
    session.sink.say("taken back: \(words(rollout))", isQuiet: session.isQuiet)
    try close(backFile, rollout.isStopped && journal.outcome == .failed ? .stopped : journal.outcome)
    guard journal.outcome != .done || !reversal.obstacles.isEmpty else { return }
    Entry.say(
      "jobs-deploy", "not all that the run changed was taken back",
      hint: "'jobs-deploy rollback --before \(failed.head.id)' tries again what is left")
  }

  /// On standard error, since what is read from standard output is what was done.
  private func showTakingBack(_ reversal: Reversal) {
    let report = PlanReport(terminal: session.errorTerminal)
    let count = reversal.changes.count
    Entry.say(
      "jobs-deploy", "the run failed, and \(count == 1 ? "1 change takes" : "\(count) changes take") it back",
      level: "note")
    guard !session.isQuiet else { return }
    _ = FileBytes.writeAll(STDERR_FILENO, Array(reversal.changes.map(report.text(of:)).joined().utf8))
  }
}
