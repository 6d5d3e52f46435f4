import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsDeploy

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List the runs that changed something: who, when, from which commit, and how they ended.",
    discussion: """
      Below the list stand the four figures of delivery for the days that are looked at: how often is deployed, how long it \
      takes from the commit, which share failed or was taken back, and how long it took until the next run in the same \
      place went well. Times from the commit are known where all manifests were as their Git repository has them.

      A run that is interrupted was killed, and 'apply --resume' goes on with it. The newest 1,000 runs are kept.

      EXAMPLES:
        jobs-deploy history
        jobs-deploy history --days 7 --last 5
        jobs-deploy history -o ndjson |
          jq -c 'select(.type=="run" and .result!="done")'
      """)

  @Option(help: ArgumentHelp("Only of the last days.", valueName: "n"))
  var days = 90

  @Option(
    name: [.customShort("n"), .long], help: ArgumentHelp("Only the last runs; figures are of all.", valueName: "n"))
  var last: Int?

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    guard 1...36_500 ~= days else { throw ValidationError("'--days' is 1 to 36500") }
    guard last.map({ $0 >= 0 }) ?? true else { throw ValidationError("'--last' is at least 0") }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-deploy", output, environment)
    let start = Instant.now().adding(seconds: -Int64(days) * 86400)
    let journals = try state.history(environment).filter { $0.head.startedAt >= start }
    let figures = DeliveryFigures(journals, days: Double(days))
    let report = HistoryReport(terminal: output.terminal(STDOUT_FILENO, environment))
    let shown = journals.suffix(last ?? journals.count)
    if sink.isHuman { sink.output.write(report.text(shown.reversed(), figures)) }
    for journal in shown { sink.emit("run") { report.write(journal, to: &$0) } }
    sink.emit("delivery") { figures.write(to: &$0) }
    try sink.finish(ok: true)
  }
}
