import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsStore

struct RunsCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List what ran, the newest first.",
    discussion: """
      With --env the clouds of environments are asked too, in every project, account and region that their jobs are in: what \
      was started there by anybody is listed beside the runs of this host, each once. Accounts of AWS that the credentials are \
      not of are asked by the profile that names them, by its 'role_arn' or 'sso_account_id'. Whether a schedule or a person started it \
      is told by who asked for it. A place that cannot be read is named, the others are shown all the same, and the status is 4.

      A run that was due and did not run is a row too: skipped, missed or deduplicated. Labels are those of the job when it \
      was due or asked for; commands of 'exec' have none. In the order of time --after goes on from the last id that was shown, \
      and is as fast on the last page as on the first.

      EXAMPLES:
        jobs-run runs
        jobs-run runs nightly-report --status failed,lost --since 7d
        jobs-run runs -l team=data --sort duration --limit 20
        jobs-run runs --since 1d --count state
        jobs-run runs -e dev,prod --status failed --since 1d
        jobs-run runs --limit 0 -o ndjson | jq -r 'select(.class=="network").job'
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("A job's name or id; without it all jobs.", valueName: "job"))
  var job: String?

  @Option(
    help: ArgumentHelp(
      "Only runs in these states: pending, running, succeeded, failed, cancelled, skipped, missed, lost and so on.",
      valueName: "state,…"))
  var status: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Only failures of these classes: timeout, permission, resource, application, network, unknown.",
      valueName: "class,…"))
  var failureClass: String?

  @Option(
    help: ArgumentHelp("Only runs that this started: manual, schedule, reboot, retry, replay.", valueName: "trigger,…"))
  var trigger: String?

  @Option(
    name: [.customShort("l"), .long],
    help: ArgumentHelp("Only runs of jobs by label, name, tenant, env or target.", valueName: "key=value,…"))
  var selector: String?

  @Option(
    help: ArgumentHelp(
      "Only runs from this time on: 2026-11-21, a time with its zone, or 2h for two hours ago.", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Only runs before this time.", valueName: "time"))
  var until: String?

  @Option(
    help: ArgumentHelp("The order: time (the newest first), duration (the longest first) or job.", valueName: "key"))
  var sort = RunHistory.Query.Order.time

  @Flag(help: "Turn the order round.")
  var reverse = false

  @Option(parsing: .unconditional, help: ArgumentHelp("The most runs to show; 0 for all.", valueName: "n"))
  var limit = 100

  @Option(parsing: .unconditional, help: ArgumentHelp("Pass over so many runs first.", valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp("Only runs behind the one with this id, in the order of time.", valueName: "id"))
  var after: String?

  @Option(help: ArgumentHelp("Count the runs by state or job instead of showing them.", valueName: "key"))
  var count: RunHistory.CountColumn?

  @OptionGroup(title: "In clouds") var reading: ReadingOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit has to be at least 0") }
    if offset < 0 { throw ValidationError("--offset has to be at least 0") }
    if after != nil, sort != .time { throw ValidationError("--after follows the order of time; leave --sort out") }
  }

  func perform() async throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let options = RunsQuery(command: self, now: Instant.now())
    let folder = try options.folder(environment)
    let narrow = try options.query()
    let cloud = try await reading.reading(reading.places(environment), environment, verb: "runs", isQuiet: output.quiet)
    let history = try HistoryReading(folder)
    let query = try options.complete(narrow, history, cloud)
    let page = RunsPage(sink: sink, terminal: output.terminal(STDOUT_FILENO, environment), isQuiet: output.quiet)
    if let cloud {
      let merged = MergedHistory(state: folder, history: history.history, cloud: cloud)
      let all = count != nil || limit == 0
      // One more tells whether there are more.
      let found = try await merged.executions(query, limit: all ? nil : limit + 1)
      if let count { page.show(found.counted(by: count), by: count) } else { page.show(found, query, limit: limit) }
    } else if let count {
      page.show(try history.history?.counts(query, by: count) ?? [], by: count)
    } else {
      try page.show(query, of: history.history, limit: limit)
    }
    let faults = cloud?.faults ?? []
    sink.tell(faults, isQuiet: output.quiet)
    try sink.finish(ok: faults.isEmpty)
    try EndedWith.check(faults.isEmpty ? .done : .partial)
  }
}

extension [Execution] {
  /// How many there are of each state or job, by the bytes of its name.
  fileprivate func counted(by column: RunHistory.CountColumn) -> [(name: String, count: Int)] {
    let groups = Dictionary(grouping: self) { column == .state ? $0.state.rawValue : $0.job }
    return groups.map { ($0.key, $0.value.count) }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension RunHistory.Query.Order: ExpressibleByArgument {}
extension RunHistory.CountColumn: ExpressibleByArgument {}
