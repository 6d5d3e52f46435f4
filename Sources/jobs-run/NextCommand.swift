import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsCron
import JobsManifest
import JobsSchedule
import JobsReport

struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Show when jobs are due next.",
    discussion: """
      Times are shown by the clock of the job's zone and in UTC, with a remark on days on which that clock changes. Jobs \
      that are disabled or paused are left out.

      EXAMPLES:
        jobs-run next --count 3 jobs/
        jobs-run next --cron '30 2 * * *' --timezone Europe/Berlin --from 2027-03-27 \\
          --warn
        jobs-validate -e prod jobs/ | jobs-run next -o ndjson |
          jq -r 'select(.type=="fire" and .remark).at'
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without one what is piped in, else '.'.", valueName: "path"))
  var paths: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many times of each job, up to 100000.", valueName: "n"))
  var count = 5

  @Option(
    help: ArgumentHelp(
      "The time to look from, instead of now: 2027-03-27, a time with its zone, or 2h for two hours ago.",
      valueName: "time"))
  var from: String?

  @Flag(help: "Say on standard error which times the clock skips or repeats in two years, and what never fires.")
  var warn = false

  @Option(help: ArgumentHelp("A schedule to look at instead of jobs.", valueName: "schedule"))
  var cron: String?

  @Option(help: ArgumentHelp("The zone of --cron; UTC where it is left out.", valueName: "zone"))
  var timezone: String?

  @Option(help: ArgumentHelp("The dialect of --cron, where its fields do not show it.", valueName: "dialect"))
  var dialect: CronDialect?

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    guard (1...100_000).contains(count) else { throw ValidationError("--count has to be from 1 to 100000") }
    if cron == nil, timezone != nil || dialect != nil {
      throw ValidationError("--timezone and --dialect belong to --cron; a job says its own")
    }
    if cron != nil, !paths.isEmpty { throw ValidationError("--cron needs no path; leave one of them out") }
  }

  func run() throws {
    let environment = processEnvironment()
    let now = Instant.now()
    let start =
      try from.map { text throws(Failure) in
        try TimeArgument.milliseconds(text, "--from", now: now).floorDivided(by: 1000)
      }
      ?? now.seconds
    let sink = try RecordSink(output, environment)
    if let cron {
      let line = try adHoc(cron)
      if sink.isHuman { sink.output.write("\(line.expression.description)\n") }
      show([Timetable(job: nil, lines: [line])], from: start, sink, environment)
      return try sink.finish(ok: true)
    }
    let inputs = try JobInputs.read(paths, manifests, environment, verb: "next", isQuiet: output.quiet)
    inputs.sayFaults(output.terminal(STDERR_FILENO, environment), isQuiet: output.quiet)
    try inputs.pass(to: sink)
    let waiting = inputs.jobs.map(\.job).filter { $0.enabled && !$0.paused }
    if !output.quiet { HostZone.sayFault(waiting, .system, zoneVariable: environment["TZ"]) }
    show(
      waiting.map { Timetable($0, .system, zoneVariable: environment["TZ"]) }, from: start, sink, environment)
    try sink.finish(ok: inputs.isOK, upstream: inputs.upstream)
    try EndedWith.check(inputs.readingStatus)
  }

  private func adHoc(_ cron: String) throws(Failure) -> Timetable.Line {
    var schedule = Schedule(cron: cron)
    schedule.dialect = dialect
    schedule.timezone = timezone ?? "UTC"
    let expression: CronExpression
    do throws(CronError) {
      expression = try CronExpression.parse(cron, dialect: dialect, seed: nil)
    } catch {
      throw .usage("--cron '\(Terminal.visible(cron))' is no schedule: \(error.message)", hint: error.hint)
    }
    do throws(ZoneError) {
      return Timetable.Line(
        schedule: schedule, expression: expression, zone: try ZoneDatabase.system.zone(named: timezone ?? "UTC"))
    } catch {
      throw .usage("--timezone is no zone: \(error.message)", hint: error.hint)
    }
  }

  /// Shows the due times of all in their order, the same time by the job's id.
  private func show(_ tables: [Timetable], from start: Int64, _ sink: RecordSink, _ environment: [String: String]) {
    var fires: [Fire] = []
    for table in tables { fires += table.fires(after: start, count: count) }
    fires.sort { ($0.epoch, $0.job ?? "") < ($1.epoch, $1.job ?? "") }
    for fire in fires { sink.emit("fire") { fire.write(to: &$0) } }
    if sink.isHuman {
      let atBoot = tables.filter(\.firesAtBoot).compactMap(\.job)
      sink.output.write(text(fires, atBoot: atBoot, output.terminal(STDOUT_FILENO, environment)))
    }
    guard warn else { return }
    for table in tables {
      for remark in table.remarks(from: start) {
        Entry.say("jobs-run", table.job.map { "'\($0)': \(remark)" } ?? remark, level: "warning")
      }
    }
  }

  /// - Parameter atBoot: the ids of jobs that are due when the host has started.
  private func text(_ fires: [Fire], atBoot: [String], _ terminal: Terminal) -> String {
    guard !fires.isEmpty || !atBoot.isEmpty else { return "no time is due\n" }
    var table = Table(
      [.init("LOCAL TIME", isWhole: true), .init("UTC", isWhole: true)] + (cron == nil ? [.init("JOB")] : []) + [
        .init("REMARK")
      ])
    for fire in fires {
      let utc = Shown.time(fire.epoch * 1000)
      table.add([fire.local.shown, utc] + (cron == nil ? [fire.job ?? ""] : []) + [fire.remark ?? ""])
    }
    for job in atBoot { table.add(["at boot", "-", job, "when the host has started"]) }
    return table.text(terminal)
  }
}

extension CronDialect: ExpressibleByArgument {}
