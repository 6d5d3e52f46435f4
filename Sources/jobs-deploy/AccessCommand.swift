import ArgumentParser
import JobsCommand
import JobsCore

struct AccessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access", abstract: "Let workflows of GitHub deploy an environment to AWS, without keys.",
    discussion: """
      Makes the role that the project file names as 'aws.role' of the environment, and has the account trust GitHub's tokens if \
      it does not yet. Only workflows of that repository that run in the environment of the same name may take the role, and where \
      the project file has a 'branch' or a 'tag' for it, only those that run for that. The role \
      may do what jobs-deploy calls there for the project's tenant and this environment, and no more. It cannot change itself. \
      Manifests are not read: what a job needs that names a role or a function of its own, 'jobs-audit recommend' tells. \
      What is to be done is shown as a plan first.

      So this is for who keeps the account, once, and again whenever a newer jobs-deploy needs more. A role of that name that \
      somebody else made is left alone. GitHub should ask for approval before a workflow enters an environment that is protected.

      EXAMPLES:
        jobs-deploy access -e prod --repository acme/jobs
        jobs-deploy access -e prod --repository acme@1203/jobs@88017  by ids
      """)

  @Option(
    name: [.short, .customLong("env")],
    help: ArgumentHelp("The environment of the project file and of GitHub.", valueName: "name"))
  var environment: String

  @Option(
    help: ArgumentHelp(
      "The repository on GitHub whose workflows deploy.",
      discussion:
        "Repositories made since June 2026 prove who they are by ids as well, and are named with them; 'gh api repos/OWNER/REPO' "
        + "shows 'id' and 'owner.id'.",
      valueName: "owner/repo"))
  var repository: String

  @OptionGroup(title: "Acting") var act: ActOptions
  @OptionGroup var options: SharedOptions

  func run() async throws { try EndedWith.check(await AccessSession(self, processEnvironment()).run()) }
}
