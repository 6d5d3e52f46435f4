import ArgumentParser
import JobsCommand
import JobsCore

struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Show what somebody changed by hand since the last 'apply'.",
    discussion: """
      Ends with 1 if there is drift and with 0 if there is none. It writes nothing, wherever. Changes of manifests that \
      were not applied yet are no drift: they are counted as 'pending' in the 'end' record, and 'plan' shows them.

      EXAMPLES:
        jobs-deploy drift -e prod jobs/
        jobs-validate -e prod jobs/ |
          jobs-deploy drift --quiet || echo 'somebody was here'
        jobs-deploy drift --crontab /etc/cron.d/jobs -l team=data jobs/
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup var options: SharedOptions

  func run() async throws {
    try EndedWith.check(await PlanSession(manifests, options, processEnvironment(), verb: "drift").drift(self))
  }
}
