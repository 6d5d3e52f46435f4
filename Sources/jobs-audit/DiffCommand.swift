import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what became reachable between two states, and what else is new.",
    discussion: """
      OLD and NEW are each a file that 'iam' reads, or a folder of such files; with --live what a cloud has now is NEW. Told are new paths first: who reaches all \
      rights, or what --to names, and did not; then the new findings of 'iam'; then all that is granted and was not, line by line. \
      What is gone is counted. The status depends on new findings alone.

      EXAMPLES:
        jobs-audit diff yesterday.ndjson today.ndjson
        jobs-audit diff snapshots/01 snapshots/02 --to db-password --fail-on high
        jobs-audit diff yesterday.ndjson --live gcp:acme-prod --save today.ndjson
        jobs-audit diff main.json branch.json -o sarif > new.sarif
      """)

  @Argument(help: ArgumentHelp("What was: a file, or a folder of files.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("What is; left out with --live.", valueName: "new"))
  var new: String?

  @Option(
    help: ArgumentHelp(
      "What else is at the end of paths, beside all rights; may be given several times.", valueName: "name"))
  var to: [String] = []

  @OptionGroup(title: "Reading") var input: NamingOptions
  @OptionGroup(title: "Clouds") var clouds: LiveOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<FindingForms>

  func run() async throws {
    // Behind all that the parser finds: an option that is mistyped is told as that.
    guard new != nil || !clouds.live.isEmpty else {
      throw Failure.usage("only one state is given", hint: "name what is now as well, by a second file or by --live")
    }
    guard new == nil || clouds.live.isEmpty else {
      throw Failure.usage("what is now is given twice, by a file and by --live", hint: "leave one of them out")
    }
    let environment = processEnvironment()
    let session = try DiffSession(self, environment)
    let new = try await clouds.files(try new.map { try DiffSession.files($0) } ?? [], showing: output, environment)
    try EndedWith.check(session.run(to: new))
  }
}
