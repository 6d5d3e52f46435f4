import ArgumentParser
import JobsCommand
import JobsCore

struct DlqReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run again what failed for good, with its job as it was.",
    discussion: """
      The runs have the trigger 'replay', and each is a line of the audit log. Secrets and environment files are read anew; the status is that of 'now'.

      EXAMPLES:
        jobs-run dlq replay 01KAJ3F8Q2W7N5
        jobs-run dlq replay --all -j 4
        jobs-run dlq replay 01KAJ3F8Q2W7N5 --again --timeout 2h
      """)

  @Argument(help: ArgumentHelp("The ids of runs or their beginnings.", valueName: "id"))
  var ids: [String] = []

  @Flag(help: "Every run that was not run again yet, or failed again.")
  var all = false

  @Flag(help: "Also what was run again and succeeded.")
  var again = false

  @Option(
    name: [.customShort("j"), .customLong("parallel")], parsing: .unconditional,
    help: ArgumentHelp("Runs at once.", valueName: "n"))
  var parallel = 1

  @OptionGroup(title: "Changing the run") var overrides: RunOverrides
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Keeping") var secrets: SecretsOptions

  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    if parallel < 1 { throw ValidationError("--parallel has to be at least 1") }
    if ids.isEmpty, !all { throw ValidationError("which runs? name some by their ids, or add --all") }
    if !ids.isEmpty, all { throw ValidationError("--all and ids exclude each other; leave one of them out") }
  }

  func run() throws { try EndedWith.check(DlqReplay(self, processEnvironment()).run()) }
}
