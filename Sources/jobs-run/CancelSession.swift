import Glibc
import JobsCloud
import JobsCommand
import JobsCore
import JobsExec
import JobsRemote
import JobsStore

/// One call of `cancel`.
struct CancelSession {
  private let command: CancelCommand
  private let environment: [String: String]
  private let sink: RecordSink

  init(_ command: CancelCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(command.output, environment)
  }

  func run() async throws(Failure) -> ExitStatus {
    let state = try command.state.directory(environment)
    let finder = try await command.reading.finder(state, environment, verb: "cancel", isQuiet: command.output.quiet)
    let chosen = try await open(finder)
    guard !chosen.isEmpty else {
      let words = "no run of '\(Terminal.visible(command.words.joined(separator: " ")))' is open"
      throw finder.lacking("\(words) where that could be asked")
        ?? .usage(words, hint: "'jobs-run runs --status running' shows those that are")
    }
    let who = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
    let reason = "cancelled by \(who)" + (command.reason.map { ": \($0)" } ?? "")
    let log = try command.state.auditLog(environment)
    for execution in chosen {
      let parameters = [AuditAct.Parameter("execution", execution.id.description), .init("reason", reason)]
      if execution.remote != nil {
        try await cancelAway(execution, finder, log, parameters)
      } else {
        try log.perform(AuditAct("cancel", of: execution.job, parameters)) { () throws(Failure) in
          try cancel(execution, reason, state)
        }
      }
    }
    let ended = command.wait ? try await ends(of: chosen, finder) : chosen
    for execution in ended { sink.emit("execution") { execution.write(to: &$0) } }
    let rest = ended.filter(\.state.isOpen)
    if sink.isHuman {
      for execution in ended {
        let what = execution.state.isOpen ? "was asked to end" : execution.state.rawValue
        sink.output.write("\(execution.shownID) of \(Terminal.visible(execution.job)): \(what)\n")
      }
    }
    let faults = finder.cloud?.faults ?? []
    sink.tell(faults, isQuiet: command.output.quiet)
    try sink.finish(ok: faults.isEmpty && (!command.wait || rest.isEmpty))
    guard command.wait, !rest.isEmpty else { return faults.isEmpty ? .done : .partial }
    Entry.say(
      "jobs-run", "\(rest.count) of \(ended.count) runs still go on", hint: "is a daemon running with this state?")
    return .partial
  }

  /// The open runs that the words mean: each the beginning of an id, or the name of one job.
  private func open(_ finder: RunFinder) async throws(Failure) -> [Execution] {
    let reading = finder.history
    var chosen: [Execution] = []
    var words = command.words
    if let cloud = finder.cloud {
      words = []
      for word in command.words {
        let found = try await open(word, cloud, finder)
        if found.isEmpty { words.append(word) } else { chosen += found }
      }
    }
    guard !words.isEmpty else { return chosen }
    do throws(Failure) {
      let open = try reading.known().executions(.init(states: [.pending, .running]))
      for word in words {
        let job = try reading.isID(word) ? nil : reading.job(word)
        let execution = try job == nil ? reading.execution(word).id : nil
        for run in open where run.job == job || run.id == execution {
          if !chosen.contains(where: { $0.id == run.id }) { chosen.append(run) }
        }
      }
    } catch {
      // What may be where it could not be asked for is not said to be nowhere.
      throw finder.lacking("no run of '\(Terminal.visible(words.joined(separator: " ")))' is known here") ?? error
    }
    return chosen
  }

  /// The open runs in clouds that a word means, with the rows that they have here.
  private func open(_ word: String, _ cloud: CloudReading, _ finder: RunFinder) async throws(Failure) -> [Execution] {
    var found: [Execution] = []
    if let job = try cloud.job(word) {
      found = try await cloud.executions(.init(job: job, states: [.pending, .running]), limit: nil)
    } else if let one = try await cloud.execution(called: word), one.state.isOpen {
      found = [one]
    }
    var rows: [Execution] = []
    for there in found { rows.append(try finder.history.history?.execution(remote: there.remote ?? "") ?? there) }
    return rows
  }

  /// Asks a cloud to end an execution; whoever follows it sees that.
  private func cancelAway(
    _ execution: Execution, _ finder: RunFinder, _ log: AuditLog, _ parameters: [AuditAct.Parameter]
  ) async throws(Failure) {
    let name = execution.remote ?? ""
    guard let place = try await finder.places.place(of: name) else {
      throw .usage("run '\(execution.shownID)' has no name in a cloud by which it can be cancelled")
    }
    let pending = try log.begin(AuditAct("cancel", of: execution.job, parameters + [.init("remote", name)]))
    var failure: Failure?
    do throws(CloudFailure) {
      try await place.cancel(name)
    } catch {
      failure = error.failure
    }
    try log.end(pending, failure)
  }

  private func cancel(_ execution: Execution, _ reason: String, _ state: StateDirectory) throws(Failure) {
    if execution.keeper != nil { return try CancelRequests(state).ask(execution.id, reason: reason) }
    let own = CancelRequests(state, of: execution.owner)
    if own.isOpen { return try own.ask(execution.id, reason: reason) }
    // Its tool is another user's or an older one, or could not watch for requests.
    try execution.terminate()
  }

  /// Waits until all have ended, and for no longer than a grace may take.
  private func ends(of chosen: [Execution], _ finder: RunFinder) async throws(Failure) -> [Execution] {
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    var now = chosen
    while clock.now < end {
      now = []
      for execution in chosen { now.append(try await refreshed(execution, finder)) }
      if !now.contains(where: \.state.isOpen) { break }
      // A cloud is not asked more often than once a second.
      usleep(now.contains { $0.state.isOpen && $0.remote != nil } ? 1_000_000 : 50_000)
    }
    return now
  }

  /// A run as it stands now.
  private func refreshed(_ execution: Execution, _ finder: RunFinder) async throws(Failure) -> Execution {
    if execution.isElsewhere { return try await finder.current(execution) }
    guard let history = finder.history.history else { return execution }
    return try await finder.current(history.execution(execution.id.description))
  }

  private static let patience: Duration = .seconds(30)
}
