import ArgumentParser
import JobsCommand
import JobsCore
import JobsStore

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Remove old executions from the history, with what they wrote.",
    discussion: """
      The daemon does so by itself; this is for what it keeps longer, and for hosts without one. Only what an option \
      names is too old. Open runs stay, the last execution of each job, and every run that stands in a dead letter.

      It asks first, on the terminal, and is a line of the audit log. Executions are handed on as records before they go, \
      so that they can be kept elsewhere. The file of the history does not shrink: the room is used again.

      EXAMPLES:
        jobs-run purge --keep-days 90
        jobs-run purge nightly-report --keep-runs 100 --yes
        jobs-run purge --keep-days 30 --dry-run
        jobs-run purge --keep-days 365 --yes -o ndjson | gzip > executions.ndjson.gz
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("Names or ids of jobs; without one all jobs.", valueName: "job"))
  var jobs: [String] = []

  @OptionGroup(title: "What stays") var retention: RetentionOptions

  @Flag(help: "Show what would be removed, and remove nothing.")
  var dryRun = false

  @Flag(name: [.short, .long], help: "Do not ask.")
  var yes = false

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    guard retention.named != Retention() else {
      throw ValidationError("nothing says what is too old; add --keep-days, --keep-runs or --keep-dead-letters")
    }
  }

  func run() throws { try PurgeSession(self, processEnvironment()).run() }
}
