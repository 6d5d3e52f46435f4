import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsReport
import JobsStore

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List jobs with their schedule, their next run and their last.",
    discussion: """
      From manifests come, beside the job records, a 'fire' for the next run and the last 'execution'; a stream is passed \
      on as it is.

      EXAMPLES:
        jobs-run list
        jobs-run list -e prod jobs/ -l team=data
        jobs-validate -e prod jobs/ | jobs-run list -o human
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without one what is piped in, else '.'.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let inputs = try JobInputs.read(paths, manifests, environment, verb: "list", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), isQuiet: output.quiet)
    if !output.quiet { HostZone.sayFault(inputs.jobs.map(\.job), .system, zoneVariable: environment["TZ"]) }
    let history = try HistoryReading(try state.directory(environment)).history
    var last: [String: Execution] = [:]
    let ids = Set(inputs.jobs.map(\.job.id)).sorted()
    for execution in try history?.lastExecutions(of: ids) ?? [] { last[execution.job] = execution }
    let now = Instant.now()
    let rows = inputs.jobs.map { JobRow($0, last: last[$0.job.id], now: now, .system, zoneVariable: environment["TZ"]) }
    try inputs.pass(to: sink)
    for row in rows where !row.isFromStream { row.emit(to: sink) }
    if sink.isHuman { show(rows, sink, output.terminal(STDOUT_FILENO, environment)) }
    try sink.finish(ok: inputs.isOK, upstream: inputs.upstream)
    try EndedWith.check(inputs.readingStatus)
  }

  private func show(_ rows: [JobRow], _ sink: RecordSink, _ terminal: Terminal) {
    guard !rows.isEmpty else { return sink.output.write("no jobs\n") }
    var table = Table([
      .init("JOB"), .init("TARGET"), .init("SCHEDULE"), .init("NEXT RUN"), .init("LAST RUN (UTC)"),
      .init("RESULT", isWhole: true),
      .init("ENABLED"),
    ])
    for row in rows { table.add(row.cells) }
    sink.output.write(table.text(terminal))
  }
}
