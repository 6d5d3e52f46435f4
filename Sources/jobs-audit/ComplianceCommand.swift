import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct ComplianceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compliance", abstract: "Hold what was read against a benchmark, and say what was not assessed.",
    discussion: """
      Each control fails, holds, holds but for findings that are accepted, or was not assessed: because no rule judges it, or \
      because the input has nothing that it is judged by. A control that was not assessed counts for nothing, and the score says \
      of how many it is a share. Nothing holds where an input could not be used. Evidence are findings, as 'iam' and 'manifests' \
      tell them with the same input, by their fingerprints.

      FRAMEWORKS:
        cis-gcp-5.0, cis-aws-7.0, or a file of kind 'Framework' with controls of your own

      EXAMPLES:
        jobs-audit compliance --framework cis-aws-7.0 account.json
        jobs-audit compliance --framework cis-gcp-5.0 assets.ndjson \\
          --jobs jobs/ -e prod -o markdown > cis.md
        jobs-audit compliance --framework soc2.yaml assets.ndjson --fail-on never
      """)

  @Option(
    help: ArgumentHelp("What to hold it against.", valueName: "name"),
    completion: .list(Framework.shipped.map(\.id)))
  var framework: String

  @OptionGroup(title: "Reading") var input: InputOptions

  @Option(help: ArgumentHelp("Manifests and folders to judge too; may be given several times.", valueName: "path"))
  var jobs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A domain of the organisation; may be given several times. Others are then found.", valueName: "domain"))
  var domain: [String] = []

  @OptionGroup(title: "Manifests") var manifests: ManifestOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions

  @Option(help: ArgumentHelp("Leave with 1 where a control fails: fails or never.", valueName: "when"))
  var failOn: ComplianceThreshold = .fails

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<TableForms>

  func run() async throws {
    let environment = processEnvironment()
    let session = try ComplianceSession(self, environment)
    let files = try await input.open(showing: output, environment)
    try EndedWith.check(session.run(files))
  }
}

/// When a control makes the tool fail.
enum ComplianceThreshold: String, ExpressibleByArgument, CaseIterable { case fails, never }
