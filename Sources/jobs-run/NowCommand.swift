import ArgumentParser
import JobsCommand
import JobsCore

struct NowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "Run local jobs now.",
    discussion: """
      Jobs are named by NAME, ENV/NAME or their whole id. A disabled or paused job, and one whose target is not 'local', is \
      skipped and said. A stream that broke off, or in which a tool found errors, is refused before anything starts.

      What jobs write is shown as it comes: on a terminal where they write it, beside records on standard error. Their \
      secrets are files, one a name, that only their owner and group may read.

      EXAMPLES:
        jobs-run now nightly-report jobs/
        jobs-validate -e prod jobs/ | jobs-run now --all -j 4
        jobs-run now backup --timeout 10m --set-env LEVEL=full
        jobs-run now --all --dry-run -l team=data
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(
    help: ArgumentHelp(
      "Names or ids of jobs, and files, folders, globs or '-' to find them in; without a path what is piped in, else '.'.",
      valueName: "name|path"))
  var words: [String] = []

  @Flag(help: "Run every job that is found.")
  var all = false

  @Flag(help: "Run disabled and paused jobs too.")
  var force = false

  @Flag(help: "Say what would run, and run nothing.")
  var dryRun = false

  @Option(
    name: [.customShort("j"), .customLong("parallel")], parsing: .unconditional,
    help: ArgumentHelp("Jobs to run at once.", valueName: "n"))
  var parallel = 1

  @OptionGroup(title: "Changing the run") var overrides: RunOverrides
  @OptionGroup(title: "Reading") var manifests: ManifestOptions

  @Flag(help: "Accept a stream without its 'end' record.")
  var allowIncomplete = false

  @Flag(help: "Accept a stream or manifests with errors; jobs that have one are left out.")
  var allowFailed = false

  @OptionGroup(title: "Keeping") var state: StateOptions

  @Option(
    help: ArgumentHelp(
      "Folder of secrets, one file a name.",
      discussion: "Without it JOBS_SECRETS, CREDENTIALS_DIRECTORY (systemd), or 'secrets' in the state folder.",
      valueName: "dir"))
  var secrets: String?

  @OptionGroup(title: "Showing") var output: OutputOptions

  func validate() throws {
    if parallel < 1 { throw ValidationError("--parallel has to be at least 1") }
  }

  func run() throws {
    try EndedWith.check(NowSession(self, processEnvironment()).run())
  }
}
