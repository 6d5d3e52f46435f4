import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsStore

struct LogsCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Print what runs wrote.",
    discussion: """
      Of a job its last run, or all since a time. The time of a line is known to a tenth of a second while its run went \
      on under the eyes of jobs-run. --follow shows a run as it goes on, and the attempts that follow it; where none of \
      the job goes on it waits for the next.

      What a run wrote in a cloud is read there unless it was followed from here. With --env those are found too that were \
      started elsewhere, by the id that the cloud has for them.

      EXAMPLES:
        jobs-run logs nightly-report                  its last run
        jobs-run logs 01KAJ3F8Q2W7N5 --stream stderr --tail 20
        jobs-run logs nightly-report --since 1d --grep 'cannot ' -i
        jobs-run logs nightly-report --regex '^(warn|error):|took [0-9]{3,} s'
        jobs-run logs nightly-report --follow
        jobs-run logs report-x7k2p -e prod            as Cloud Run calls it
      """)

  enum Streams: String, CaseIterable, ExpressibleByArgument {
    case stdout, stderr, both

    var chosen: [RunEvent.Stream] {
      switch self {
      case .stdout: [.stdout]
      case .stderr: [.stderr]
      case .both: [.stdout, .stderr]
      }
    }
  }

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("The id of a run or its beginning, or a job for its last run.", valueName: "id|job"))
  var word: String

  @Option(help: ArgumentHelp("stdout, stderr or both.", valueName: "stream"))
  var stream: Streams = .both

  @Option(parsing: .unconditional, help: ArgumentHelp("Only the last lines of each stream.", valueName: "n"))
  var tail: Int?

  @Flag(name: [.short, .long], help: "Go on until the run is over.")
  var follow = false

  @Option(parsing: .unconditional, help: ArgumentHelp("Only lines that hold this text.", valueName: "text"))
  var grep: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only lines in which this extended regular expression is found.",
      discussion: """
        As in 'grep -E' and regex(7), over bytes: a letter beyond ASCII is several. At most 1,000 bytes and, with its \
        repetitions written out, 250 parts; no references back to groups.
        """, valueName: "expression"))
  var regex: String?

  @Flag(
    name: [.customShort("i"), .long],
    help: "Take small letters and capitals of ASCII for the same in --grep and --regex.")
  var ignoreCase = false

  @Option(
    help: ArgumentHelp(
      "Only lines from this time on, of all runs of the job: 2026-11-21, a time with its zone, or 2h for two hours ago.",
      valueName: "time"))
  var since: String?

  @Flag(help: "Put the time before each line; records have it anyway.")
  var times = false

  @OptionGroup(title: "In clouds") var reading: ReadingOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if let tail, tail < 0 { throw ValidationError("--tail has to be at least 0") }
    if let grep, grep.isEmpty || grep.contains("\n") {
      throw ValidationError(
        "--grep looks for a text within a line, and \(grep.isEmpty ? "this is none" : "there is a line break in it")")
    }
    if let regex, regex.isEmpty { throw ValidationError("--regex is empty, and would be found in every line") }
    if grep != nil, regex != nil {
      throw ValidationError("--grep and --regex exclude each other; leave one of them out")
    }
    if ignoreCase, grep == nil, regex == nil { throw ValidationError("--ignore-case belongs to --grep and --regex") }
  }

  func perform() async throws {
    let environment = processEnvironment()
    let since = try since.map { text throws(Failure) in
      try TimeArgument.milliseconds(text, "--since", now: Instant.now())
    }
    let expression = try regex.map { text throws(Failure) in try LinePattern(text, ignoresCase: ignoreCase) }
    let sink = try RecordSink(output, environment)
    let folder = try state.directory(environment)
    let printer = LogPrinter(
      sink: sink, terminal: output.terminal(STDOUT_FILENO, environment), namesStreams: stream == .both && !follow,
      showsTimes: times)
    let filter = LogFilter(pattern: grep, ignoresCase: ignoreCase, expression: expression, since: since)
    let finder = try await reading.finder(folder, environment, verb: "logs", isQuiet: output.quiet)
    if let away = try await CloudLogSession(command: self, filter: filter, finder: finder, sink: sink, printer: printer)
    {
      try await away.run()
      return try finish(sink, finder)
    }
    let session = LogSession(
      command: self, filter: filter, folder: folder, reading: finder.history, sink: sink, printer: printer)
    try session.run(since: since)
    try finish(sink, finder)
  }

  private func finish(_ sink: RecordSink, _ finder: RunFinder) throws {
    let faults = finder.cloud?.faults ?? []
    sink.tell(faults, isQuiet: output.quiet)
    try sink.finish(ok: faults.isEmpty)
    try EndedWith.check(faults.isEmpty ? .done : .partial)
  }
}
