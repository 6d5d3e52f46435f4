import ArgumentParser
import JobsCommand
import JobsCore

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Write manifests of jobs that are there already, and take them over.",
    discussion: """
      Looks at this user's crontab, at a table that --crontab names, with --systemd or --units at the timers of systemd and \
      their services, with --project at the jobs of Cloud Run and the schedules of Cloud Scheduler that start them, or with \
      --account at the functions of Lambda and the schedules of EventBridge Scheduler that start them. All of it is read \
      whoever made it. Each becomes a manifest of the format 'jobs/v1', which is read back as 'plan' would read it: what no manifest can say, and what the next 'apply' would change of it, are warnings. A job with a secret in clear is not \
      written. A line of a crontab is called by the comment '# job: NAME' above it, else by its command and a hash.

      Manifests go to standard output, or one a job into the folder of --out; with '-o ndjson' there are 'job' records.

      --adopt takes over what others made: the mark by which a later 'apply' knows its own is written onto exactly the jobs \
      that are named, and nothing else of them changes. A crontab gets a comment above the line, a unit of systemd one above \
      its text; a Cloud Run job two \
      annotations and the label 'jobs-digest'; a function tags and a description; a schedule a description, in the place of the \
      one it had. It is shown as a plan \
      first, asked for and kept as every run is, and 'rollback' gives back what was taken. A job of which the next plan would \
      not be empty is refused, and it is said why; mend the job or the manifest first.

      EXAMPLES:
        jobs-deploy import > imported.yaml
        jobs-deploy import --out jobs/ backup-1a2b3c4d
        jobs-deploy import --adopt --out jobs/ backup-1a2b3c4d
        jobs-deploy import --systemd --adopt --out jobs/ backup
        jobs-deploy import -e prod --project acme-prod --region europe-west1 \\
          --out jobs/
        jobs-deploy import -e prod --project acme-prod --adopt --out jobs/ report
        jobs-deploy import --account 111122223333 --region eu-west-1 --out jobs/ \\
          --code
      """)

  @Argument(help: ArgumentHelp("Names of jobs; without one all that are there.", valueName: "name"))
  var names: [String] = []

  @Option(help: ArgumentHelp("Look at Cloud Run in this project of Google Cloud.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("Look at Lambda in this account of AWS, of which the credentials are.", valueName: "id"))
  var account: String?

  @Option(
    help: ArgumentHelp(
      "Look in this region (repeatable); without it in those of the environment.", valueName: "name"))
  var region: [String] = []

  @Option(
    name: [.short, .customLong("env")],
    help: ArgumentHelp(
      "The environment of jobs that bear no mark yet.",
      discussion: "JOBS_ENV is taken where it is left out. It is that of jobs.yaml, if there is one.", valueName: "name"
    ))
  var environment: String?

  @Option(help: ArgumentHelp("The tenant of jobs that bear no mark yet.", valueName: "name"))
  var tenant: String?

  @Option(help: ArgumentHelp("Write one file a job into this folder.", valueName: "dir"))
  var out: String?

  @Flag(
    help: ArgumentHelp(
      "With --out: fetch the code of functions too.",
      discussion:
        "It is written beside the manifest that names it, as the file NAME.zip that Lambda runs, byte for byte and checked by "
        + "its digest; nothing is unpacked."))
  var code = false

  @Flag(help: "With --out: replace files that are there.")
  var force = false

  @Flag(help: "Take the jobs over that are named: write our mark onto them, and nothing else.")
  var adopt = false

  @OptionGroup(title: "Acting") var act: ActOptions
  @OptionGroup var options: SharedOptions

  func validate() throws {
    guard project == nil || account == nil else {
      throw ValidationError("'--project' and '--account' exclude each other: look at one cloud after the other")
    }
    guard region.isEmpty || project != nil || account != nil else {
      throw ValidationError("'--region' wants '--project' or '--account'")
    }
    guard !code || out != nil && account != nil else {
      throw ValidationError("'--code' wants '--out', and '--account' with the functions that have code")
    }
    guard !force || out != nil else { throw ValidationError("'--force' wants '--out'") }
    guard !adopt || out != nil else {
      throw ValidationError("'--adopt' wants '--out', since what has no manifest looks like a job that is gone")
    }
    guard !adopt || !names.isEmpty else { throw ValidationError("'--adopt' wants the names of the jobs") }
  }

  func run() async throws { try EndedWith.check(await ImportSession(self, processEnvironment()).run()) }
}
