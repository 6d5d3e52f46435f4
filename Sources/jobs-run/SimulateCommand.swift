import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsSchedule

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Play schedules ahead: what meets, what is skipped, how many run at once.",
    discussion: """
      Nothing is run. A run is taken to last what the slower of the job's past runs took (the 90th percentile of its \
      last 200 that succeeded), else what 'expect' in its manifest says, else --assume. Jobs that are disabled or paused \
      are left out. A record 'simulation' tells of each job how many due times run, are skipped, wait or overlap by its \
      concurrency policy, and which minute of the hour would be better where too many are due at once; a record 'load' \
      tells of each part of the time what is due and how many jobs run.

      A start is put off by the job's 'jitter' exactly as the daemon would do it. Every run is taken to succeed at its \
      first attempt, on a host that is never off: retries, circuit breakers, fallbacks and missed runs are not played.

      EXAMPLES:
        jobs-run simulate jobs/                       the next day
        jobs-run simulate --from 2027-03-28 --to 7d --max-running 4 -e prod jobs/
        jobs-validate -e prod jobs/ | jobs-run simulate -o ndjson |
          jq -r 'select(.type=="simulation" and .skipped>0).job'
        jobs-run simulate --herd 5 jobs/ -o ndjson |
          jq -r 'select(.advice) | [.job, .advice.cron] | @tsv'
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without one what is piped in, else '.'.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The time to begin with, instead of now: 2027-03-27, a time with its zone, or 2h for two hours ago.",
      valueName: "time"))
  var from: String?

  @Option(
    help: ArgumentHelp("The time to end before: 2027-03-28, or a length such as 7d after --from.", valueName: "time"))
  var to = "1d"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The most jobs that run at once; others wait.", valueName: "n"))
  var maxRunning: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("More jobs due in one minute than this are a herd.", valueName: "n"))
  var herd = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Of past runs, the length that so many percent do not exceed.", valueName: "n"))
  var percentile = 90

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The length of a run of which nothing is known, such as 30s.", valueName: "time"))
  var assume = "1m"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The length of a part for which load is shown; by the window if left out.", valueName: "time"))
  var bucket: String?

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if let maxRunning, maxRunning < 1 { throw ValidationError("--max-running has to be at least 1") }
    if herd < 1 { throw ValidationError("--herd has to be at least 1") }
    guard (1...100).contains(percentile) else { throw ValidationError("--percentile has to be from 1 to 100") }
    guard let length = Quantity.seconds(assume), length > 0 else { throw RunOverrides.notATime("--assume", assume) }
    if let bucket, Quantity.seconds(bucket) ?? 0 < 1 { throw RunOverrides.notATime("--bucket", bucket) }
  }

  func run() throws {
    let environment = processEnvironment()
    let options = try SimulationWindow(self, now: Instant.now()).options()
    let sink = try RecordSink(output, environment)
    let inputs = try JobInputs.read(paths, manifests, environment, verb: "simulate", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), isQuiet: output.quiet)
    let jobs = try SimulatedJobs(command: self, environment: environment).read(inputs)
    try SimulationWindow.check(jobs, options)
    let result = Simulation.run(jobs, options)
    try inputs.pass(to: sink)
    for job in result.jobs { sink.emit("simulation") { job.write(to: &$0, window: options.window) } }
    for part in result.load { sink.emit("load") { part.write(to: &$0) } }
    if sink.isHuman {
      let page = SimulationPage(result: result, options: options)
      sink.output.write(page.text(output.terminal(STDOUT_FILENO, environment)))
    }
    try sink.finish(ok: inputs.isOK, upstream: inputs.upstream)
    try EndedWith.check(inputs.readingStatus)
  }
}
