import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

struct CancelCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "End runs that go on or wait.",
    discussion: """
      Runs are named by the id of an execution, its beginning, or the name of a job for all its open runs. Whoever \
      runs them ends them by TERM, and by KILL after the job's grace, and does not try them again. What runs in a cloud is \
      cancelled there; with --env also what was started elsewhere, by the id that the cloud has for it.

      EXAMPLES:
        jobs-run cancel nightly-report
        jobs-run cancel 01JD8XN3 --reason "wrong day"
        jobs-run cancel import --no-wait
        jobs-run cancel report-x7k2p -e prod          as Cloud Run calls it
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("Executions by id, or jobs by name.", valueName: "id|name"))
  var words: [String]

  @Option(help: ArgumentHelp("What the history says about why.", valueName: "text"))
  var reason: String?

  @Flag(inversion: .prefixedNo, help: "Wait until they have ended.")
  var wait = true

  @OptionGroup(title: "In clouds") var reading: ReadingOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func perform() async throws { try EndedWith.check(try await CancelSession(self, processEnvironment()).run()) }
}
