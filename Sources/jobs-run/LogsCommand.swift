import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsStore

struct LogsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Print what a run wrote.",
    discussion: """
      EXAMPLES:
        jobs-run logs nightly-report                  its last run
        jobs-run logs 01KAJ3F8Q2W7N5 --stream stderr --tail 20
        jobs-run logs nightly-report --follow
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

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func validate() throws {
    if let tail, tail < 0 { throw ValidationError("--tail has to be at least 0") }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let folder = try state.directory(environment)
    let reading = try HistoryReading(folder)
    var execution = try reading.execution(word)
    var readers = stream.chosen.map { LogReader($0, tail: tail) }
    let printer = LogPrinter(
      sink: sink, terminal: output.terminal(STDOUT_FILENO, environment), showsTitles: stream == .both && !follow)
    while true {
      let isOver = !execution.state.isOpen
      for (at, stream) in stream.chosen.enumerated() {
        try readers[at].read(execution, folder) { printer.print(execution, stream, $0) }
      }
      if isOver || !follow || sink.isClosed { break }
      try sink.flush()
      usleep(200_000)
      execution = try reading.history?.execution(execution.id.description) ?? execution
    }
    for (at, stream) in stream.chosen.enumerated() { readers[at].finish { printer.print(execution, stream, $0) } }
    if sink.isHuman, !output.quiet, !printer.hasPrinted, execution.stdout.bytes + execution.stderr.bytes == 0 {
      Entry.say(
        "jobs-run", "run '\(execution.id)' of '\(Terminal.visible(execution.job))' wrote nothing", level: "note")
    }
    try sink.finish(ok: true)
  }
}
