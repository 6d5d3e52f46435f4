import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsRemote

struct NowCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "now", abstract: "Run jobs now, here or in a cloud.",
    discussion: """
      Jobs are named by NAME, ENV/NAME or their whole id. A job with the target 'gcp.run' runs in Cloud Run, one \
      with 'aws.lambda' on Lambda, as it was deployed there, and one with 'aws.ecs' or 'aws.batch' by the task or job \
      definition that is there, but for what the options change. A disabled or paused job, and one with the target 'host', \
      is skipped and said. A stream that broke off, or in which a tool found errors, is refused before anything starts.

      What jobs write is shown as it comes: on a terminal where they write it, beside records on standard error. Their \
      secrets are files, one a name, that only their owner and group may read.

      Of a run in Cloud Run the logs are shown as Cloud Logging brings them, which is some seconds later, and kept as what \
      local jobs write. Its status is that of the first task that failed: the container's own, 124 for a timeout; 143 where \
      it was cancelled. An interrupt asks the execution to end and waits for that; a second one leaves at once. A start \
      whose answer gets lost is looked up, and never asked for twice. The job's own retries are Cloud Run's; --retries \
      begins further executions. Who may not change how a job runs (run.jobs.runWithOverrides) may run it without options.

      ECS and Batch are followed in the same way, with the log that the driver 'awslogs' writes. A run on Lambda is one call, \
      which is answered when it is over: nothing can end it before, --arg, --set-env, --timeout and --detach do not reach \
      it, and where the answer gets lost nobody can know whether it ran. A function that reports an error ends with 1. Annotations say \
      what is to be used on ECS (jobs/cluster, jobs/task-definition, jobs/subnets, jobs/security-groups, \
      jobs/public-address) and on Batch (jobs/queue, jobs/job-definition).

      With --detach a process of its own in the background answers for the runs, with their timeouts, retries and \
      history, when the terminal or the connection has long been closed. The records are those of the runs as they have \
      begun; the status is 0, or that of a job that could not be started. 'cancel' ends such a run, by TERM and after \
      its grace by KILL. A run in a cloud goes on there by itself.

      EXAMPLES:
        jobs-run now nightly-report jobs/
        jobs-validate -e prod jobs/ | jobs-run now --all -j 4
        jobs-run now import jobs/ -e prod --tasks 20 --arg --day --arg 2026-11-20
        jobs-run now nightly -e prod --set-env DAY=2026-11-20 jobs/
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
  @OptionGroup(title: "In clouds") var cloud: CloudOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "For how long nothing new has to come from a cloud's logs after the end of a run; 5s if left out.",
      valueName: "time"))
  var logWait: String?

  @OptionGroup(title: "Reading") var manifests: ManifestOptions

  @Flag(help: "Accept a stream without its 'end' record.")
  var allowIncomplete = false

  @Flag(help: "Accept a stream or manifests with errors; jobs that have one are left out.")
  var allowFailed = false

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Keeping") var secrets: SecretsOptions

  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if let logWait, Quantity.seconds(logWait) == nil { throw RunOverrides.notATime("--log-wait", logWait) }
    if parallel < 1 { throw ValidationError("--parallel has to be at least 1") }
  }

  /// How closely a cloud is watched.
  var pace: RemotePace {
    var pace = RemotePace()
    if let seconds = logWait.flatMap(Quantity.seconds) { pace.settle = .seconds(seconds) }
    return pace
  }

  func perform() async throws {
    try EndedWith.check(try await NowSession(self, processEnvironment()).run())
  }
}
