import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsStore

struct DlqShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a run that failed for good, and its job as it was.",
    discussion: """
      In a pipe the job's record comes last, so that 'jobs-run now --all' and other tools can take it up.

      EXAMPLES:
        jobs-run dlq show 01KAJ3F8Q2W7N5
        jobs-run dlq show 01KAJ3F8Q2W7N5 -o ndjson | jq 'select(.type=="job")'
      """)

  @Argument(help: ArgumentHelp("The id of a run or its beginning.", valueName: "id"))
  var id: String

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let folder = try state.directory(environment)
    let history = try HistoryReading(folder).known()
    let letter = try history.deadLetters.find(id)
    // Its row may have been cleared away long ago.
    let execution = try? history.execution(letter.execution.description)
    sink.emit("dead-letter") { letter.write(to: &$0) }
    if let execution { sink.emit("execution") { execution.write(to: &$0) } }
    sink.emit("job") { $0.raw(letter.record.utf8) }
    if sink.isHuman {
      if let execution {
        let page = ExecutionPage(execution: execution, state: folder)
        sink.output.write(page.text(output.terminal(STDOUT_FILENO, environment)))
      }
      let replay = letter.replayed.map { "\($0), \(letter.replayState?.rawValue ?? "cleared away")" } ?? "no"
      sink.output.write("run again:   \(replay)\n\(Terminal.visible(letter.record))\n")
    }
    try sink.finish(ok: true)
  }
}
