import ArgumentParser
import Glibc
import JobsCommand
import JobsCore

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show each place in one row: what is ours, what differs, and when it was changed last.",
    discussion: """
      Of what is ours some is as it should be, some was changed by hand (drift), some changes of manifests are pending, and \
      some belongs to other jobs than those that were read. It writes nothing, wherever. A place that cannot be read is named, \
      the others are shown all the same, and the status is 4.

      EXAMPLES:
        jobs-deploy status -e prod jobs/
        jobs-deploy status -e prod jobs/ --watch
        jobs-deploy status -e prod jobs/ |
          jq -c 'select(.type=="status" and .drifted>0)'
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Look again every ten seconds, until interrupted; needs a terminal.",
      discussion: "A look that failed is said, and made again after 2 seconds, 4, and so on up to 5 minutes."))
  var watch = false

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup var options: SharedOptions

  func run() async throws {
    let environment = processEnvironment()
    if watch {
      guard isatty(STDOUT_FILENO) == 1, try options.output.format(environment) == .human else {
        throw Failure.usage("--watch draws on a terminal", hint: "without it the same is shown once")
      }
    }
    try EndedWith.check(await StatusSession(self, environment).run())
  }
}
