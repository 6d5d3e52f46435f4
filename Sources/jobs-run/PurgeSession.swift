import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsStore

/// One call of `purge`.
struct PurgeSession {
  private let command: PurgeCommand
  private let environment: [String: String]
  private let sink: RecordSink
  private let state: StateDirectory

  init(_ command: PurgeCommand, _ environment: [String: String]) throws(Failure) {
    self.command = command
    self.environment = environment
    sink = try RecordSink(command.output, environment)
    state = try command.state.directory(environment)
  }

  func run() throws(Failure) {
    let reading = try HistoryReading(state)
    var jobs: [String] = []
    for name in command.jobs { jobs.append(try reading.job(name)) }
    let chosen = command.jobs.isEmpty ? nil : Set(jobs)
    let now = Instant.now().milliseconds
    let old = HistoryPurge(try reading.known(), command.retention.named, now: now, jobs: chosen, isDry: true)
    if command.dryRun { return try finish(purge(old, isShown: true), "would be removed") }
    if !command.yes {
      let counts = try purge(old, isShown: false)
      guard !counts.isEmpty else { return try finish(counts, "to remove") }
      try Question.ask("remove \(Self.words(counts))?")
    }
    // A purge may take long, and other acts are not held up by it: the log says that it was asked for.
    try command.state.auditLog(environment).perform(act(jobs)) { () throws(Failure) in }
    let history = try RunHistory(writing: state)
    let real = HistoryPurge(history, command.retention.named, now: now, jobs: chosen)
    try finish(purge(real, isShown: true), "removed")
  }

  /// Does a purge to its end.
  private func purge(_ purge: HistoryPurge, isShown: Bool) throws(Failure) -> HistoryPurge.Counts {
    var purge = purge
    let sink = sink
    if isShown { purge.removing = { execution in sink.emit("execution") { execution.write(to: &$0) } } }
    let clock = ContinuousClock()
    var deadline = clock.now + Self.patience
    while !purge.isDone {
      if try purge.step() {
        deadline = clock.now + Self.patience
        continue
      }
      guard clock.now < deadline else {
        throw Failure(
          .partial, "another process has locked the history; so far \(Self.words(purge.counts)) were removed",
          hint: "find it with 'fuser \(state.history)', and try again")
      }
      usleep(20_000)
    }
    return purge.counts
  }

  private func act(_ jobs: [String]) -> AuditAct {
    let options = command.retention
    let named = [
      ("keep-runs", options.keepRuns), ("keep-days", options.keepDays), ("keep-dead-letters", options.keepDeadLetters),
    ]
    var parameters = named.compactMap { name, value in value.map { AuditAct.Parameter(name, String($0)) } }
    if !jobs.isEmpty { parameters.append(.init("jobs", jobs.joined(separator: ","))) }
    return AuditAct("purge", of: "history", parameters)
  }

  private func finish(_ counts: HistoryPurge.Counts, _ what: String) throws(Failure) {
    if sink.isHuman { sink.output.write(counts.isEmpty ? "nothing is too old\n" : "\(Self.words(counts)) \(what)\n") }
    try sink.finish(ok: true)
  }

  private static func words(_ counts: HistoryPurge.Counts) -> String {
    [(counts.executions, "execution"), (counts.deadLetters, "dead letter"), (counts.strays, "stray file")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// How long another process that writes is waited for.
  private static let patience: Duration = .seconds(30)
}
