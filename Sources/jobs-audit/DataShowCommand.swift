import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

struct DataShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "List the data, or what they say of actions and roles.",
    discussion: """
      Without a word the sets of data are listed. A service of AWS or an action, which may have wildcards, shows actions with \
      their levels and the resources that they act on; a role or permission of Google who holds what.

      EXAMPLES:
        jobs-audit data show
        jobs-audit data show 's3:Put*' lambda
        jobs-audit data show roles/run.developer iam.serviceAccounts.actAs
        jobs-audit data show s3 -o ndjson |
          jq -r 'select(.level=="permissions management").action'
      """)

  @Argument(help: ArgumentHelp("A service, an action, a role or a permission.", valueName: "word"))
  var words: [String] = []

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let terminal = output.terminal(STDOUT_FILENO, environment)
    let (data, replaced) = try data.found(environment)
    if words.isEmpty {
      DataRows(sink: sink, terminal: terminal).show(data.parts, replaced: replaced, now: Instant.now())
    } else {
      let rows = DataRows(sink: sink, terminal: terminal)
      let found = try words.flatMap { word throws(Failure) in try DataAnswer.look(word, in: data) }
      rows.show(found)
    }
    try sink.finish(ok: true)
  }
}
