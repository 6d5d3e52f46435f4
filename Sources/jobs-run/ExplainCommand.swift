import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsStore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a job ran, was late or did not run at a time.",
    discussion: """
      It looks at the job's schedules as they are now, at the history, and at what the daemon has accounted for. In a pipe \
      the answer is one record 'explanation'.

      EXAMPLES:
        jobs-run explain nightly-report --at 2026-11-21T02:30:00+01:00
        jobs-run explain nightly-report --at 2h jobs/
        jobs-run explain prod/backup --at 2027-03-28T01:00:00Z -e prod jobs/ -o json |
          jq -r '.[0].facts[]'
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(
    help: ArgumentHelp(
      "The name or id of one job, and files, folders, globs or '-' to find it in; without a path what is piped in, else '.'.",
      valueName: "name|path"))
  var words: [String]

  @Option(
    help: ArgumentHelp("The time: RFC 3339, 2026-11-21, or 2h for two hours ago.", valueName: "time"))
  var at: String

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func run() throws {
    let environment = processEnvironment()
    let now = Instant.now()
    let at = try TimeArgument.milliseconds(at, "--at", now: now).floorDivided(by: 1000)
    let choice = JobChoice(words: words)
    guard choice.names.count == 1 else {
      throw Failure.usage(
        choice.names.isEmpty ? "which job? none is named" : "one job is explained at a time",
        hint: "such as 'jobs-run explain nightly-report --at 2h'; 'jobs-run list' shows what there is")
    }
    let sink = try RecordSink(output, environment)
    let inputs = try JobInputs.read(choice.paths, manifests, environment, verb: "explain", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), isQuiet: output.quiet)
    guard let job = try choice.choose(from: inputs.jobs).first?.job else { return }
    if !output.quiet { HostZone.sayFault([job], .system, zoneVariable: environment["TZ"]) }
    let timetable = Timetable(job, .system, zoneVariable: environment["TZ"])
    let known = try ExplainedHistory(job.id, at: at, HistoryReading(try state.directory(environment)).history)
    let explanation = Explanation(
      job: job, policy: JobPolicy(job, .system), timetable: timetable, at: at, now: now.seconds, known: known)
    try inputs.pass(to: sink)
    sink.emit("explanation") { explanation.write(to: &$0) }
    if sink.isHuman { sink.output.write(explanation.text(output.terminal(STDOUT_FILENO, environment))) }
    try sink.finish(ok: inputs.isOK, upstream: inputs.upstream)
    try EndedWith.check(inputs.readingStatus)
  }
}
