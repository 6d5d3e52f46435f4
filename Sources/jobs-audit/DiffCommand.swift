import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what became reachable between two states, and what else is new.",
    discussion: """
      OLD and NEW are each a file that 'iam' reads, or a folder of such files. Told are new paths first: who reaches all \
      rights, or what --to names, and did not; then the new findings of 'iam'. What is gone is counted. The status depends on \
      what is new alone.

      EXAMPLES:
        jobs-audit diff yesterday.ndjson today.ndjson
        jobs-audit diff snapshots/2027-01-01 snapshots/2027-01-02 --to db-password --fail-on high
        jobs-audit diff main.json branch.json -o sarif > new.sarif
      """)

  @Argument(help: ArgumentHelp("What was: a file, or a folder of files.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("What is.", valueName: "new"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "What else is at the end of paths, beside all rights; may be given several times.", valueName: "name"))
  var to: [String] = []

  @OptionGroup(title: "Reading") var input: NamingOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func run() throws {
    try EndedWith.check(DiffSession(self, processEnvironment()).run())
  }
}
