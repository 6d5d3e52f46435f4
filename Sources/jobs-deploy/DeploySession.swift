import Glibc
import JobsCommand
import JobsCore
import JobsDeploy

/// What all verbs begin with: where results go, and what is known of runs before.
struct DeploySession {
  let options: SharedOptions
  let environment: [String: String]
  let verb: String
  let sink: RecordSink

  init(_ options: SharedOptions, _ environment: [String: String], verb: String) throws(Failure) {
    self.options = options
    self.environment = environment
    self.verb = verb
    sink = try RecordSink(tool: "jobs-deploy", options.output, environment)
  }

  var isQuiet: Bool { options.output.quiet }

  /// The places of a plan that was made before.
  ///
  /// - Parameter name: what messages call the plan.
  /// - Throws: a usage failure where they are others from here.
  func world(of file: PlanFile, _ name: String) async throws(Failure) -> World {
    let world = World(try await options.place.providers(of: file, isQuiet: isQuiet, environment))
    // Whoever makes a plan may be somebody else than who carries it out.
    guard file.places.map(\.address) == world.places.map(\.address) else {
      let other = file.places.map { "\($0.account) as \($0.identity), \($0.name)" }.joined(separator: "; ")
      throw .usage(
        "\(name) is for \(Terminal.visible(other)), and nothing was changed",
        hint: "run it there, with the same --crontab if it has one")
    }
    return world
  }

  /// What there is, and whose it is where only the note of what was applied says so.
  ///
  /// - Parameters:
  ///   - ids: of resources that are to be there, or to go.
  ///   - isWhole: whether all that was ever applied is looked for, and not only what the jobs are about that were read.
  /// - Throws: the failure of the first place that could not be looked at.
  func survey(
    _ world: World, wanting ids: some Sequence<String>, isWhole: Bool = false
  ) async throws(Failure) -> Survey {
    let look = try await look(world, wanting: ids, isWhole: isWhole)
    if let first = look.unread.first { throw first.failure }
    return look.survey
  }

  /// What `survey` tells, of the places that could be looked at, and why the others could not.
  func look(
    _ world: World, wanting ids: some Sequence<String>, isWhole: Bool
  ) async throws(Failure) -> (survey: Survey, world: World, unread: [(place: Place, failure: Failure)]) {
    var applied = try options.state.applied(environment)
    let open = try options.state.journals(environment).open()
    let noted = Set(applied.fields.keys)
    // What became of the changes of a run that was killed is looked up, whatever else is asked for.
    let wanted = Set(ids).union(open.flatMap { $0.entries.map(\.change.id) }).union(isWhole ? noted : [])
    let (found, unread) = await world.look(heeding: Survey.Focus(wanted: wanted, noted: noted))
    let world = World(world.providers.filter { provider in !unread.contains { $0.place == provider.place } })
    let unmarked = Set(found.unmarked.map(\.id))
    let live = Dictionary(found.owned.map { ($0.id, $0) }) { first, _ in first }
    for journal in open { applied.learn(from: journal.restricted(to: world), in: live, unmarked: unmarked) }
    return (found.attributed(by: applied), world, unread)
  }

  // MARK: Runs before

  /// What was applied last, by the note and by the journals of runs that could not write it any more.
  func applied(_ survey: Survey, _ world: World) throws(Failure) -> AppliedResources {
    var applied = try options.state.applied(environment)
    let open = try options.state.journals(environment).open()
    guard !open.isEmpty else { return applied }
    let live = Dictionary(survey.owned.map { ($0.id, $0) }) { first, _ in first }
    for journal in open { applied.learn(from: journal.restricted(to: world), in: live) }
    return applied
  }

  /// Runs that were killed, the oldest first.
  func interrupted() throws(Failure) -> [Journal] {
    let open = try options.state.journals(environment).open()
    guard !open.isEmpty else { return [] }
    let running = Set(try Lease.held(in: try options.state.directory(environment)).map(\.run))
    return open.filter { !running.contains($0.head.id) }
  }

  /// All runs, the oldest first, each with its result unless it goes on.
  func journals() throws(Failure) -> [Journal] { try options.state.history(environment) }

  /// Says of runs in these places that were killed.
  func sayInterrupted(_ world: World) throws(Failure) {
    guard !isQuiet else { return }
    for journal in try interrupted() where journal.sharesPlace(with: world) {
      let head = journal.head
      Entry.say(
        "jobs-deploy",
        "the '\(head.verb)' of \(Terminal.visible(head.user)) that began at \(head.startedAt.rfc3339) was interrupted",
        level: "note", hint: "'jobs-deploy apply --resume' finishes it as it was planned")
    }
  }

  // MARK: Showing

  var terminal: Terminal { options.output.terminal(STDOUT_FILENO, environment) }

  var errorTerminal: Terminal { options.output.terminal(STDERR_FILENO, environment) }

  var report: PlanReport { PlanReport(terminal: terminal) }

  func emit(_ change: Change) {
    if sink.isHuman { return sink.output.write(report.text(of: change)) }
    sink.emit("change") { change.write(to: &$0) }
  }
}
