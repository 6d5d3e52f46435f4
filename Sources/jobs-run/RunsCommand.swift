import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List what ran, the newest first.",
    discussion: """
      EXAMPLES:
        jobs-run runs
        jobs-run runs nightly-report --status failed,lost --since 7d
        jobs-run runs --limit 0 -o ndjson | jq -r 'select(.class=="network").job'
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("A job's name or id; without it all jobs.", valueName: "job"))
  var job: String?

  @Option(
    help: ArgumentHelp(
      "Only runs in these states: pending, running, succeeded, failed, cancelled, lost and so on.", valueName: "state,…"
    ))
  var status: String?

  @Option(
    help: ArgumentHelp(
      "Only runs from this time on: 2026-11-21, a time with its zone, or 2h for two hours ago.", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Only runs before this time.", valueName: "time"))
  var until: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The most runs to show; 0 for all.", valueName: "n"))
  var limit = 100

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit has to be at least 0") }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    var query = RunHistory.Query(states: try states(), limit: limit == 0 ? nil : limit)
    let now = Instant.now()
    query.since = try since.map { text throws(Failure) in try TimeArgument.milliseconds(text, "--since", now: now) }
    query.until = try until.map { text throws(Failure) in try TimeArgument.milliseconds(text, "--until", now: now) }
    let reading = try HistoryReading(try folder(environment))
    if let job { query.job = try reading.job(job) }
    let found = try reading.history?.executions(query) ?? []
    for execution in found { sink.emit("execution") { execution.write(to: &$0) } }
    if sink.isHuman { try show(found, query, reading, sink, output.terminal(STDOUT_FILENO, environment)) }
    try sink.finish(ok: true)
  }

  private func show(
    _ found: [Execution], _ query: RunHistory.Query, _ reading: HistoryReading, _ sink: RecordSink, _ terminal: Terminal
  ) throws(Failure) {
    guard !found.isEmpty else { return sink.output.write("no runs\n") }
    sink.output.write(ExecutionTable(executions: found).text(terminal))
    let count = try reading.history?.count(query) ?? found.count
    if count > found.count { sink.output.write("the newest \(found.count) of \(count) runs; --limit 0 shows all\n") }
  }

  private func states() throws(Failure) -> [ExecutionState] {
    var states: [ExecutionState] = []
    for word in status?.split(separator: ",") ?? [] {
      guard let state = ExecutionState(rawValue: String(word)) else {
        throw .usage(
          "--status '\(Terminal.visible(String(word)))' is no state",
          hint: "known are \(ExecutionState.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      states.append(state)
    }
    return states
  }

  /// `--state failed` is a slip for `--status failed`, unless there is such a folder.
  private func folder(_ environment: [String: String]) throws(Failure) -> StateDirectory {
    if let word = state.state, ExecutionState(rawValue: word) != nil, access(word, F_OK) != 0 {
      throw .usage(
        "--state names the folder of the history, and there is none called '\(word)'",
        hint: "for runs that ended so write --status \(word)")
    }
    return try state.directory(environment)
  }
}
