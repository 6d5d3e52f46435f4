import ArgumentParser
import JobsCommand
import JobsCore

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what 'apply' would change, and change nothing.",
    discussion: """
      Each resource is compared in three forms: as it was applied last, as the manifest wants it, and as it is. A field \
      that only the manifest moved is a 'change', one that only somebody on the host moved is 'drift', and 'both' is both.

      A job that is disabled, paused or without a schedule has no line. Lines of jobs that are not among those that were \
      read stay as they are: to be rid of a job, disable it, apply, and remove its manifest. What cron does not keep of a \
      job, such as a timeout, is a warning; what the job cannot do without, such as a secret, is refused.

      EXAMPLES:
        jobs-deploy plan -e prod jobs/
        jobs-validate -e prod jobs/ | jobs-deploy plan --out prod.plan
        jobs-deploy plan --why mark jobs/
        jobs-deploy plan --exit-code --quiet --crontab /etc/cron.d/jobs jobs/
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Write the plan to a file too, for 'apply FILE'.", valueName: "file"))
  var out: String?

  @Flag(help: "End with 1 if there are changes.")
  var exitCode = false

  @Option(
    help: ArgumentHelp(
      "Say of a field that the world has and the plan does not show why that is.", valueName: "field"))
  var why: String?

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup var options: SharedOptions

  func run() async throws {
    try EndedWith.check(await PlanSession(manifests, options, processEnvironment(), verb: "plan").plan(self))
  }
}
