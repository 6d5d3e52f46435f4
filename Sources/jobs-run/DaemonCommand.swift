import ArgumentParser
import JobsCommand
import JobsCore
import JobsDaemon
import JobsManifest
import JobsStore

struct DaemonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daemon", abstract: "Run local jobs when they are due.",
    discussion: """
      Jobs whose target is 'local' run, and those of crontabs. Every due time becomes one execution: it ran, or was \
      skipped, missed, deduplicated or lost, with the reason. Jobs are read again when their files change, and on SIGHUP, \
      and so are time zones; what is bad stays as it was, or is named and left out at the start. One daemon works with a \
      state folder. It stays in the foreground, as service managers want it; SIGTERM lets runs finish, a second one ends \
      them, SIGUSR1 opens the logs anew.

      After a crash the next daemon takes over what still runs, and records how the rest ended.

      EXAMPLES:
        jobs-run daemon jobs/
        jobs-validate -e prod jobs/ | jobs-run daemon -
        jobs-run daemon --once /etc/jobs              what is due now, and no more
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without one what is piped in, else '.'.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Run what is due now, wait for its end, and leave.")
  var once = false

  @Flag(help: "Show the jobs and when they are due, and run nothing.")
  var dryRun = false

  @Flag(help: "Show the log on standard error too, as on a terminal.")
  var foreground = false

  @Option(
    help: ArgumentHelp(
      "Runs at once; without it what the project file says, else 64.", valueName: "n"))
  var maxRunning: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Time that runs have to finish when the daemon is asked to stop.", valueName: "time"))
  var drain = "60s"

  @Flag(help: "Read the files again on SIGHUP alone.")
  var noWatch = false

  @OptionGroup(title: "Reading") var manifests: ManifestOptions

  @Flag(help: "Accept a stream without its 'end' record.")
  var allowIncomplete = false

  @Flag(help: "Accept a stream with errors; jobs that have one are left out.")
  var allowFailed = false

  @OptionGroup(title: "Keeping") var state: StateOptions

  @OptionGroup(title: "What stays") var retention: RetentionOptions

  @OptionGroup(title: "Keeping") var secrets: SecretsOptions

  @Option(help: ArgumentHelp("Folder of the logs; 'logs' in the state folder without it.", valueName: "dir"))
  var logDir: String?

  @Option(help: ArgumentHelp("Lines of the logs: text or json.", valueName: "format"))
  var logFormat = DaemonLog.Format.text

  @Option(
    help: ArgumentHelp(
      "Answer GET /metrics for Prometheus on a Unix socket, as /run/jobs/metrics.sock, or on 127.0.0.1:PORT.",
      valueName: "path|address"))
  var metrics: String?

  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  /// The folder of the logs.
  func logs(in state: StateDirectory) -> String { logDir ?? "\(state.path)/logs" }

  func validate() throws {
    if let maxRunning, !(1...4096).contains(maxRunning) {
      throw ValidationError("--max-running has to be between 1 and 4096")
    }
    if Quantity.seconds(drain) == nil { throw RunOverrides.notATime("--drain", drain) }
  }

  func run() throws { try EndedWith.check(DaemonSession(self, processEnvironment()).run()) }
}

extension DaemonLog.Format: ExpressibleByArgument {}
