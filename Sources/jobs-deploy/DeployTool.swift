import ArgumentParser
import JobsCommand
import JobsCore

@main
struct DeployTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs-deploy",
    abstract: "Make the world match the manifests.",
    discussion: """
      Jobs with the target 'host' become lines of a crontab, or with --systemd units. Each line bears a mark, by which it \
      is known again; lines that were made by hand are seen and never touched. Jobs with the target 'gcp.run' become jobs \
      of Cloud Run and Cloud Scheduler, those with 'aws.lambda' functions of Lambda with schedules and roles. What is to \
      be changed is compared with what was applied last, so that a change of a manifest is told from a change that \
      somebody made on the host.

      EXAMPLES:
        jobs-deploy plan jobs/                        what would be changed, and why
        jobs-validate -e prod jobs/ | jobs-deploy apply
        jobs-deploy drift -e prod jobs/ --quiet       1 if somebody changed something
        jobs-deploy apply --only-drift -y -e prod jobs/
        jobs-deploy history                           who changed what, and when
        jobs-deploy rollback                          takes the last run back
        jobs-deploy prune -e prod jobs/               delete what no job wants
        jobs-deploy import > imported.yaml            manifests of what is there

      EXIT STATUS:
        0 done; 1 drift, or with 'plan --exit-code' changes; 2 wrong usage or unusable input; 3 the world failed, and \
      nothing was changed; 4 partly done, each failed change is named.
      """,
    version: "jobs-deploy \(version)",
    subcommands: [
      PlanCommand.self, ApplyCommand.self, DriftCommand.self, RollbackCommand.self, HistoryCommand.self,
      PruneCommand.self, StatusCommand.self, ImportCommand.self, SecretCommand.self, AccessCommand.self,
      ForceUnlockCommand.self,
    ])

  static func main() async { await Entry.run(DeployTool.self) }
}
