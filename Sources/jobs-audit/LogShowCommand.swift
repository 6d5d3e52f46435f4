import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsReport
import JobsStore

struct LogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show who did what, and what came of it.",
    discussion: """
      The chain is checked on the way; the status is 1 where it does not hold.

      EXAMPLES:
        jobs-audit log show
        jobs-audit log show --tool jobs-deploy --user alice
        jobs-audit log show --action rollback --since 2027-01-01T00:00:00Z -o ndjson
      """)

  @OptionGroup(title: "Choosing") var choice: LogChoice
  @OptionGroup(title: "Reading") var log: LogOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let (path, mark) = try log.place(environment)
    var reader = try AuditReader(path, mark: mark)
    var table = Table([
      .init("TIME", isUncut: true), .init("USER"), .init("TOOL"), .init("ACT", isWhole: true), .init("SUBJECT"),
      .init("OUTCOME"),
    ])
    var record = Record()
    while let entry = try reader.next(into: &record) {
      guard choice.takes(entry) else { continue }
      sink.pass(record)
      guard sink.isHuman else { continue }
      table.add([
        Instant(seconds: entry.time / 1000).rfc3339, Terminal.visible(entry.actor.sudoUser ?? entry.actor.user),
        entry.tool,
        entry.act.action, Terminal.visible(entry.act.subject),
        entry.outcome.rawValue + (entry.error.map { ": \(Terminal.visible($0))" } ?? ""),
      ])
    }
    try log.expectRecords(reader.count, reader.firstBreak)
    if sink.isHuman {
      sink.output.write(
        table.isEmpty ? "no act of the log fits\n" : table.text(output.terminal(STDOUT_FILENO, environment)))
    }
    let fault = reader.firstBreak
    try sink.finish(ok: fault == nil)
    for fault in reader.breaks { Entry.say("jobs-audit", "the log is not whole: line \(fault.line) \(fault.reason)") }
    try EndedWith.check(fault == nil ? .done : .findings)
  }
}
