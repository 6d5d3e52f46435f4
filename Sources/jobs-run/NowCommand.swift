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

      With --detach a process of its own in the background answers for the runs, with their timeouts, retries and \
      history, when the terminal or the connection has long been closed. The records are those of the runs as they have \
      begun; the status is 0, or that of a job that could not be started. 'cancel' ends such a run, by TERM and after \
      its grace by KILL.

      EXAMPLES:
        jobs-run now nightly-report jobs/
        jobs-validate -e prod jobs/ | jobs-run now --all -j 4
        jobs-run now backup --timeout 10m --set-env LEVEL=full
        jobs-run now --all --dry-run -l team=data
        ssh host jobs-run now import /etc/jobs --detach
      """)

  /// What the tool does while the jobs run.
  enum Ending: EnumerableFlag {
    case wait, detach

    static func help(for value: Ending) -> ArgumentHelp? {
      switch value {
      case .wait: "Wait until all have ended, and show what they write; the default."
      case .detach: "Leave as soon as they have begun, and let them go on in the background."
      }
    }
  }

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

  @Flag(exclusivity: .exclusive)
  var ending = Ending.wait

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
