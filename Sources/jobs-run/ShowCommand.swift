import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsExec
import JobsStore

struct ShowCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything that is known of one run.",
    discussion: """
      A run that goes on in a cloud is asked for there. With --env those are found too that were started elsewhere, by the \
      id that the cloud has for them.

      EXAMPLES:
        jobs-run show 01KAJ3F8Q2W7N5
        jobs-run show nightly-report                  its last run
        jobs-run show report-x7k2p -e prod            as Cloud Run calls it
        jobs-run show nightly-report -o json | jq '.[0].output.stdout.path'
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("The id of a run or its beginning, or a job for its last run.", valueName: "id|job"))
  var word: String

  @OptionGroup(title: "In clouds") var reading: ReadingOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func perform() async throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let folder = try state.directory(environment)
    let finder = try await reading.finder(folder, environment, verb: "show", isQuiet: output.quiet)
    let execution = try await finder.execution(word)
    sink.emit("execution") { execution.write(to: &$0) }
    if sink.isHuman {
      sink.output.write(
        ExecutionPage(execution: execution, state: folder).text(output.terminal(STDOUT_FILENO, environment)))
    }
    let faults = finder.cloud?.faults ?? []
    sink.tell(faults, isQuiet: output.quiet)
    try sink.finish(ok: faults.isEmpty)
    try EndedWith.check(faults.isEmpty ? .done : .partial)
  }
}
