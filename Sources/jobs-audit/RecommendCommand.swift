import ArgumentParser
import JobsCommand
import JobsCore

struct RecommendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend", abstract: "Tell the least access that jobs need, set against what they have.",
    discussion: """
      Reads manifests, or the records of jobs, and hands the records on. What a job needs is what 'jobs-deploy' grants for it: of \
      Cloud Run the secrets that it reads and who starts it, of Lambda the statements of its role and of the role that calls it; and what whoever runs 'jobs-deploy apply' needs for that. \
      With --iam, or with --live, that is set against what 'iam' reads: what is there and by which binding or statement, what is missing, and what \
      is there beyond need, each with commands and their inverse. Jobs that share an identity are taken together.

      What the program itself calls is in no manifest. With --access, which takes what 'access' reads, what the identity was seen \
      to use counts as needed.

      EXAMPLES:
        jobs-audit recommend jobs/ -e prod --job report
        jobs-audit recommend jobs/ -e prod --job report --iam assets.ndjson -o human
        jobs-validate -e prod jobs/ |
          jobs-audit recommend --iam account.json --access trail.json
        jobs-audit recommend jobs/ -e prod --iam assets.ndjson \\
          --deployer ci@acme-prod.iam.gserviceaccount.com
        jobs-audit recommend jobs/ -e prod --live gcp:acme-prod --save assets.ndjson
        jobs-audit recommend jobs/ -e prod --iam assets.ndjson -o markdown > access.md
      """)

  @Argument(help: ArgumentHelp("Manifests and folders; '-' for records.", valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customLong("job"), parsing: .singleValue,
    help: ArgumentHelp("The name or id of a job; may be given several times. Without it all jobs.", valueName: "name"))
  var jobs: [String] = []

  @Option(
    name: .customLong("deployer"),
    help: ArgumentHelp(
      "Who deploys the jobs: a service account, another member of Google as 'user:ann@acme.example', or the ARN of a role; may be given several times.",
      discussion:
        "Without it what deploying needs is told of nobody by name, or of the role that the project file names.",
      valueName: "identity"))
  var deployers: [String] = []

  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp(
      "Who starts runs by hand, in the same words; may be given several times.",
      discussion: "Without it that is told of jobs on ECS and Batch alone, which nothing else starts.",
      valueName: "identity"))
  var operators: [String] = []

  @Option(
    help: ArgumentHelp("What 'iam' reads, to set needs against; may be given several times.", valueName: "file"))
  var iam: [String] = []

  @Option(
    help: ArgumentHelp("Logs, as 'access' reads them; may be given several times.", valueName: "file"))
  var access: [String] = []

  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Naming") var naming: NamingOptions
  @OptionGroup(title: "Clouds") var clouds: LiveOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<AdviceForms>

  /// Whether what identities have is given.
  var hasAccess: Bool { !iam.isEmpty || !clouds.live.isEmpty }

  func validate() throws { try naming.validate(isRead: hasAccess) }

  func run() async throws {
    try EndedWith.check(await RecommendSession(self, processEnvironment()).run())
  }
}
