import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsStore

struct ListCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List jobs with their schedule, their next run and their last.",
    discussion: """
      From manifests come, beside the job records, a 'fire' for the next run and the last 'execution'; a stream is passed \
      on as it is. With --live a place that cannot be read is named, the others are shown all the same, and the status is 4.

      EXAMPLES:
        jobs-run list
        jobs-run list -e prod jobs/ -l team=data
        jobs-validate -e prod jobs/ | jobs-run list -o human
        jobs-run list --watch
        jobs-run list --live -e all
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without one what is piped in, else '.'.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Show runs as they come and go, once a second, until interrupted; needs a terminal.")
  var watch = false

  @Flag(help: "Ask the clouds for the last runs of jobs there, in every project and region.")
  var live = false

  @OptionGroup(title: "In clouds") var cloud: CloudOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if live, watch { throw ValidationError("--live and --watch exclude each other; leave one of them out") }
  }

  func perform() async throws {
    let environment = processEnvironment()
    if watch {
      guard isatty(STDOUT_FILENO) == 1, try output.format(environment) == .human else {
        throw Failure.usage(
          "--watch draws on a terminal",
          hint: "without it the same is shown once; 'logs --follow' follows a run in a pipe")
      }
    }
    let sink = try RecordSink(output, environment)
    let inputs = try JobInputs.read(paths, manifests, environment, verb: "list", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), isQuiet: output.quiet)
    if !output.quiet { HostZone.sayFault(inputs.jobs.map(\.job), .system, zoneVariable: environment["TZ"]) }
    let folder = try state.directory(environment)
    let jobs = try cloud.choose(from: inputs.jobs)
    let listing = JobListing(jobs: jobs, zoneVariable: environment["TZ"])
    if watch { return try ListWatch(listing: listing, folder: folder, sink: sink, command: self).run(environment) }
    let reading =
      live
      ? try await CloudReading(jobs.map(\.job), CloudPlaces(impersonating: cloud.chain, environment)) : nil
    let rows = try listing.rows(
      HistoryReading(folder).history, await reading?.latest() ?? [:], now: Instant.now())
    let faults = reading?.faults ?? []
    try inputs.pass(to: sink)
    for row in rows where !row.isFromStream { row.emit(to: sink) }
    if sink.isHuman { sink.output.write(listing.text(rows, output.terminal(STDOUT_FILENO, environment))) }
    sink.tell(faults, isQuiet: output.quiet)
    try sink.finish(ok: inputs.isOK && faults.isEmpty, upstream: inputs.upstream)
    try EndedWith.check(inputs.readingStatus)
    try EndedWith.check(faults.isEmpty ? .done : .partial)
  }
}
