import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsReport
import JobsStore

struct DlqCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dlq", abstract: "Look at runs that failed for good, and run them again.",
    discussion: """
      The daemon keeps a run here whose last attempt failed, with its job as it was then, if the job says \
      'deadLetter: true'.

      EXAMPLES:
        jobs-run dlq
        jobs-run dlq show 01KAJ3F8Q2W7N5
        jobs-run dlq replay 01KAJ3F8Q2W7N5
        jobs-run dlq purge --before 30d --yes
      """,
    subcommands: [DlqListCommand.self, DlqShowCommand.self, DlqReplayCommand.self, DlqPurgeCommand.self],
    defaultSubcommand: DlqListCommand.self)
}

struct DlqListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List runs that failed for good, the newest first.",
    discussion: """
      EXAMPLES:
        jobs-run dlq list
        jobs-run dlq list nightly-report
        jobs-run dlq list -o ndjson |
          jq -r 'select(.type=="dead-letter" and .replayState!="succeeded").execution'
      """)

  @OptionGroup(visibility: .private) var ids: DashedIDs

  @Argument(help: ArgumentHelp("A job's name or id; without it all jobs.", valueName: "job"))
  var job: String?

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let reading = try HistoryReading(try state.directory(environment))
    let id = try job.map { name throws(Failure) in try reading.job(name) }
    let letters = try reading.history?.deadLetters.list(job: id) ?? []
    for letter in letters { sink.emit("dead-letter") { letter.write(to: &$0) } }
    if sink.isHuman { sink.output.write(text(letters, output.terminal(STDOUT_FILENO, environment))) }
    try sink.finish(ok: true)
  }

  private func text(_ letters: [DeadLetter], _ terminal: Terminal) -> String {
    guard !letters.isEmpty else { return "no run failed for good\n" }
    var table = Table([
      .init("EXECUTION", isWhole: true), .init("JOB"), .init("FAILED (UTC)", isUncut: true),
      .init("RUN AGAIN", isWhole: true), .init("REMARK"),
    ])
    for letter in letters {
      table.add([
        letter.execution.description, letter.job, Shown.time(letter.failed),
        letter.replayState?.rawValue ?? (letter.replayed == nil ? "no" : "yes"), letter.reason ?? "",
      ])
    }
    return table.text(terminal)
  }
}
