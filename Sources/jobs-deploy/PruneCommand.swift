import ArgumentParser
import JobsCommand
import JobsCore

struct PruneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Be rid of what was deployed for jobs that are gone.",
    discussion: """
      Only what bears the mark of this suite, and whose job is not among those that are read, though jobs of its tenant and \
      environment are. So all manifests have to be read, without a fault and without -l; projects that share a place need a \
      tenant or an environment of their own. What others made, and what something that stays cannot be without, is never \
      touched.

      A resource goes out of use first, where its place knows that: a line of a crontab becomes a comment that says since \
      when; in Google Cloud a schedule is paused, its job marked, a service account disabled, and what was granted is taken \
      away at once; in AWS a schedule is disabled, and the role that calls its function may do so no more. Units of systemd \
      go at once. A 'prune' that comes at least --after days later deletes it; until then 'apply' brings it back with its \
      job, and 'rollback' without.

      Words have to be typed on the terminal; without one --yes with --max N says how many are expected at most. More than \
      --max-percent of all that is ours there is refused, since it is rather a mistake in what was read.

      EXAMPLES:
        jobs-deploy prune -e prod jobs/
        jobs-deploy prune --yes --max 3 -e prod jobs/
        jobs-deploy prune --after 0 --max-percent 100 -e test jobs/
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for standard input; without a path what is piped in, else '.'.",
      valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Refuse to prune more than this.", valueName: "n"))
  var max: Int?

  @Option(help: ArgumentHelp("Refuse to prune more than this share of what is ours there.", valueName: "percent"))
  var maxPercent = 50

  @Option(help: ArgumentHelp("Days out of use before something is deleted; 0 deletes at once.", valueName: "days"))
  var after = 14

  @OptionGroup(title: "Acting") var act: ActOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard max ?? 1 >= 0, 0...100 ~= maxPercent, 0...3650 ~= after else {
      throw ValidationError("'--max' is at least 0, '--max-percent' 0 to 100, '--after' 0 to 3650")
    }
    guard !act.yes || max != nil else {
      throw ValidationError("'--yes' goes with '--max', which says how many are expected at most")
    }
    guard manifests.selector == nil else {
      throw ValidationError("'-l' leaves jobs out, whose resources would be taken for those of jobs that are gone")
    }
  }

  func run() async throws { try EndedWith.check(await PruneSession(self, processEnvironment()).run()) }
}
