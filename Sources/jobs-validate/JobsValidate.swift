import ArgumentParser
import JobsCommand
import JobsCore

@main
struct JobsValidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs-validate",
    abstract: "Read job manifests, find every fault, hand on normalised jobs.",
    discussion: """
      Jobs go to standard output as records, one JSON object a line, that the other jobs tools read. Faults are shown \
      with the line, what is wrong and what to write instead.

      EXAMPLES:
        jobs-validate                                 check all below this folder
        jobs-validate -e prod jobs/ | jobs-run now --all
        jobs-validate --report sarif=jobs.sarif jobs/ > jobs.ndjson
        jobs-validate explain ST102                   the page of a rule

      EXIT STATUS:
        0 no fault at or above --fail-on; 1 faults; 2 wrong usage or unusable input; 3 the world failed.
      """,
    version: "jobs-validate \(version)",
    subcommands: [
      CheckCommand.self, ExplainCommand.self, RulesCommand.self, SchemaCommand.self, ExampleCommand.self,
      ConvertCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)

  static func main() async { await Entry.run(JobsValidate.self) }
}
