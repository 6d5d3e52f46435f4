import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore

struct DataResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Put the data of the tool back.",
    discussion: """
      EXAMPLES:
        jobs-audit data reset
        jobs-audit data reset aws-actions
        jobs-audit data reset google-roles --state /var/lib/jobs
      """)

  @Argument(help: ArgumentHelp("Which data; without one all.", valueName: "name"))
  var names: [AuditData.Kind] = []

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let folder = try DataFolder(data.state, environment)
    var count = 0
    for part in names.isEmpty ? AuditData.Kind.allCases : names where try folder.reset(part) {
      count += 1
      sink.emit("data-change") { json in
        json.beginRecord("data-change")
        json.member("name", part.rawValue)
        json.member("to", AuditData.shipped[part].date)
        json.member("file", folder.file(part))
        json.endObject()
      }
      sink.say("'\(part.rawValue)' is that of the tool again", isQuiet: output.quiet)
    }
    if count == 0 { sink.say("the data are those of the tool already", isQuiet: output.quiet) }
    try sink.finish(ok: true)
  }
}

extension AuditData.Kind: ExpressibleByArgument {}
