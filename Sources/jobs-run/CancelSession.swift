import Glibc
import JobsCommand
import JobsCore
import JobsExec
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

  func run() throws(Failure) -> ExitStatus {
    let state = try command.state.directory(environment)
    let reading = try HistoryReading(state)
    let chosen = try open(reading)
    guard !chosen.isEmpty else {
      throw .usage(
        "no run of '\(Terminal.visible(command.words.joined(separator: " ")))' is open",
        hint: "'jobs-run runs --status running' shows those that are")
    }
    let who = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? String(getuid())
    let reason = "cancelled by \(who)" + (command.reason.map { ": \($0)" } ?? "")
    let log = try command.state.auditLog(environment)
    for execution in chosen {
      let parameters = [AuditAct.Parameter("execution", execution.id.description), .init("reason", reason)]
      try log.perform(AuditAct("cancel", of: execution.job, parameters)) { () throws(Failure) in
        try cancel(execution, reason, state)
      }
    }
    let ended = command.wait ? try ends(of: chosen, reading) : chosen
    for execution in ended { sink.emit("execution") { execution.write(to: &$0) } }
    let rest = ended.filter(\.state.isOpen)
    if sink.isHuman {
      for execution in ended {
        let what = execution.state.isOpen ? "was asked to end" : execution.state.rawValue
        sink.output.write("\(execution.id) of \(Terminal.visible(execution.job)): \(what)\n")
      }
    }
    try sink.finish(ok: !command.wait || rest.isEmpty)
    guard command.wait, !rest.isEmpty else { return .done }
    Entry.say(
      "jobs-run", "\(rest.count) of \(ended.count) runs still go on", hint: "is a daemon running with this state?")
    return .partial
  }

  /// The open runs that the words mean: each the beginning of an id, or the name of one job.
  private func open(_ reading: HistoryReading) throws(Failure) -> [Execution] {
    let open = try reading.known().executions(.init(states: [.pending, .running]))
    var chosen: [Execution] = []
    for word in command.words {
      let job = try reading.isID(word) ? nil : reading.job(word)
      let execution = try job == nil ? reading.execution(word).id : nil
      for run in open where run.job == job || run.id == execution {
        if !chosen.contains(where: { $0.id == run.id }) { chosen.append(run) }
      }
    }
    return chosen
  }

  private func cancel(_ execution: Execution, _ reason: String, _ state: StateDirectory) throws(Failure) {
    if execution.keeper != nil { return try CancelRequests(state).ask(execution.id, reason: reason) }
    let own = CancelRequests(state, of: execution.owner)
    if own.isOpen { return try own.ask(execution.id, reason: reason) }
    // Its tool is another user's or an older one, or could not watch for requests.
    try execution.terminate()
  }

  /// Waits until all have ended, and for no longer than a grace may take.
  private func ends(of chosen: [Execution], _ reading: HistoryReading) throws(Failure) -> [Execution] {
    guard let history = reading.history else { return chosen }
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    var now = chosen
    while clock.now < end {
      now = []
      for execution in chosen { now.append(try history.execution(execution.id.description)) }
      if !now.contains(where: \.state.isOpen) { break }
      usleep(50_000)
    }
    return now
  }

  private static let patience: Duration = .seconds(30)
}
