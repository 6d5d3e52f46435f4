import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsReport

/// One run of `status`: the manifests are read once, and the world as often as it is shown.
struct StatusSession {
  private let command: StatusCommand
  private let session: PlanSession

  init(_ command: StatusCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    session = try PlanSession(command.manifests, command.options, environment, verb: "status")
  }

  /// Seconds between two looks at the world.
  private static let pause: UInt32 = 10

  /// Seconds after a look that failed, twice as many after each further one.
  private static let retries: ClosedRange<UInt32> = 2...300

  func run() async throws(Failure) -> ExitStatus {
    let inputs = try session.read(command.paths)
    inputs.sayFaults(session.base.errorTerminal, tool: "jobs-deploy", isQuiet: session.isQuiet)
    let (providers, unreached) = try await session.base.options.place.reachable(
      for: inputs, isQuiet: session.isQuiet, session.base.environment)
    guard unreached.isEmpty || !providers.isEmpty else { throw PlaceFault.failure(unreached.map(\.fault)) }
    let world = World(providers)
    let wanted = try WantedJobs(
      inputs.without(Set(unreached.map(\.target))), world, isQuiet: session.isQuiet)
    if command.watch { try await watch(wanted, world, inputs, unreached.map(\.fault)) }
    let (rows, unread) = try await rows(wanted, world, inputs)
    let faults = unreached.map(\.fault) + unread
    try inputs.pass(to: session.sink)
    if session.sink.isHuman { session.sink.output.write(table(rows)) }
    for row in rows { session.sink.emit("status") { row.write(to: &$0) } }
    session.sink.tell(faults, isQuiet: session.isQuiet)
    let isWhole = inputs.isOK && wanted.refused == 0
    try session.sink.finish(ok: isWhole && faults.isEmpty, upstream: inputs.upstream)
    if !isWhole { return inputs.isOK ? .usage : inputs.readingStatus }
    return faults.isEmpty ? .done : .partial
  }

  /// Draws the places anew until somebody interrupts it, or nobody looks any more.
  ///
  /// A world that cannot be reached is looked for again, with what was seen last on the screen; any other failure ends it.
  private func watch(
    _ wanted: WantedJobs, _ world: World, _ inputs: JobInputs, _ unreached: [PlaceFault]
  ) async throws(Failure) {
    session.sink.output.write(WatchedScreen.clear)
    var seen = ""
    var retry = Self.retries.lowerBound
    while !session.sink.isClosed {
      var pause = Self.pause
      do throws(Failure) {
        let (rows, unread) = try await rows(wanted, world, inputs)
        seen = table(rows) + (unreached + unread).map { "\($0.message)\n" }.joined()
        retry = Self.retries.lowerBound
        session.sink.output.write(WatchedScreen.frame(seen, time: Instant.now()))
      } catch  where error.kind == .world {
        pause = retry
        retry = min(retry * 2, Self.retries.upperBound)
        let hint = error.hint.map { "hint: \($0)\n" } ?? ""
        let words = "\(error.message)\n\(hint)looked in vain; again in \(pause) seconds\n"
        session.sink.output.write(WatchedScreen.frame(seen + words, time: Instant.now()))
      }
      try session.sink.flush()
      sleep(pause)
    }
  }

  private func rows(
    _ wanted: WantedJobs, _ world: World, _ inputs: JobInputs
  ) async throws(Failure) -> (rows: [PlaceStatus], faults: [PlaceFault]) {
    let (survey, readable, faults) = try await session.look(world, for: wanted, of: inputs)
    let plan = try session.compare(wanted, in: survey, readable)
    let journals = try session.base.journals()
    return (readable.providers.map { PlaceStatus($0.place, owns: $0.owns, in: survey, plan, journals) }, faults)
  }

  private func table(_ rows: [PlaceStatus]) -> String {
    var table = Table([
      .init("PLACE", isWhole: true), .init("WHERE"), .init("OURS", .right), .init("IN ORDER", .right),
      .init("DRIFTED", .right), .init("PENDING", .right), .init("OF OTHERS", .right),
      .init("LAST RUN (UTC)", isUncut: true),
      .init("RESULT"),
    ])
    for row in rows {
      let time = row.last?.head.startedAt.rfc3339
      table.add([
        row.place.name, row.place.account, "\(row.owned)", "\(row.settled)", "\(row.drifted)", "\(row.pending)",
        "\(row.strays)", time.map { "\($0.prefix(10)) \($0.dropFirst(11).prefix(8))" } ?? "-",
        row.last.map { $0.result?.rawValue ?? "running" } ?? "-",
      ])
    }
    return table.text(session.base.terminal)
  }
}
