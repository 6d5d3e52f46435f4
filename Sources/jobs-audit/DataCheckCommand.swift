import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore

struct DataCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell whether the data are older than they ought to be.",
    discussion: """
      The status is 1 where a set of data is older, so that a pipeline can ask for newer ones.

      EXAMPLES:
        jobs-audit data check
        jobs-audit data check --max-age 90
        jobs-audit data check -o ndjson |
          jq -r 'select(.type=="data") | "\\(.name) \\(.days)"'
      """)

  @Option(help: ArgumentHelp("How many days old data may be.", valueName: "days"))
  var maxAge = AuditData.freshDays

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func validate() throws {
    guard maxAge >= 0 else { throw ValidationError("--max-age is a number of days from 0") }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let (data, replaced) = try data.found(environment)
    let now = Instant.now()
    let terminal = output.terminal(STDOUT_FILENO, environment)
    DataRows(sink: sink, terminal: terminal).show(data.parts, replaced: replaced, now: now)
    let old = data.parts.filter { ($0.days(at: now) ?? .max) > maxAge }
    for part in old where !output.quiet {
      Entry.say(
        "jobs-audit", "'\(part.kind.rawValue)' is of \(part.date), more than \(maxAge) days ago",
        level: "warning", hint: "'jobs-audit data replace --help' says where newer data are from")
    }
    try sink.finish(ok: old.isEmpty)
    try EndedWith.check(old.isEmpty ? .done : .findings)
  }
}
