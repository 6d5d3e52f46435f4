import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write jobs in another format.",
    discussion: """
      What the other format cannot say is a warning that names the job and the field. A job with an error in it is not
      written.

      EXAMPLES:
        jobs-validate convert --to jobs crontab.cron --format crontab > jobs.yaml
        jobs-validate convert --to cloudrun -e prod jobs/ --output-dir cloudrun/
        jobs-validate -l team=data jobs/ | jobs-validate convert --to crontab -
        jobs-validate convert --to windows jobs/ --output-dir tasks/
      """)

  @Option(
    help: ArgumentHelp(
      "The format to write: jobs, cloudrun, crontab, jobfile or windows, a task of its Task Scheduler.",
      valueName: "format"))
  var to: ConversionTarget

  @Argument(
    help: ArgumentHelp(
      "Files, folders, globs, or '-' for a manifest or a record stream on standard input; default '.'.",
      valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Reading") var manifests: ManifestOptions

  @Option(help: ArgumentHelp("Write one file a job into this folder instead of standard output.", valueName: "dir"))
  var outputDir: String?

  @Flag(help: "With --output-dir: replace files that are there.")
  var force = false

  @Flag(name: [.short, .long], help: "Say no warnings on standard error.")
  var quiet = false

  func validate() throws {
    if force && outputDir == nil { throw ValidationError("--force wants --output-dir") }
  }

  func run() throws {
    try EndedWith.check(ConvertSession(self, processEnvironment()).run())
  }
}

extension ConversionTarget: ExpressibleByArgument {}
