import ArgumentParser
import JobsCommand
import JobsCore

struct RollbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "Take runs back: the world becomes what it was before them.",
    discussion: """
      Without an option the last run is taken back, with --to all that came after a run, and with --before that run too. Runs \
      are named by their ids, or the start of one, as 'history' shows them. What is to be done is shown as a plan first, and \
      what cannot be taken back is named: a value that looks like a secret is never kept.

      Manifests are not changed: the next 'apply' brings back what they say. So take the change back in Git too.

      EXAMPLES:
        jobs-deploy rollback
        jobs-deploy rollback --to 01KB2M
        jobs-deploy rollback --before 01KB2M --yes
      """)

  @Option(help: ArgumentHelp("The run after which the world is to be as it was.", valueName: "run"))
  var to: String?

  @Option(help: ArgumentHelp("The run before which the world is to be as it was.", valueName: "run"))
  var before: String?

  @OptionGroup(title: "Acting") var act: ActOptions
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard to == nil || before == nil else { throw ValidationError("'--to' and '--before' exclude each other") }
  }

  func run() async throws { try EndedWith.check(await RollbackSession(self, processEnvironment()).run()) }
}
