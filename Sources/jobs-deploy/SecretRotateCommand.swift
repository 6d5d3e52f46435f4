import ArgumentParser
import JobsCommand
import JobsCore
import JobsDeploy

struct SecretRotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Give a secret another value, and take old versions out of use.",
    discussion: """
      The new value becomes the current one, as by 'put'. Then the versions that can still be read are disabled, but for the new \
      one, for the newest before it, which runs that go on may read and to which one can go back, and for those that a job of the \
      manifests names. '--keep 0' disables the one before as well: for a value that got out. Nothing is destroyed. With a value \
      that the secret has already nothing is done.

      In AWS the old value loses its label AWSPREVIOUS, since Secrets Manager has no other way to take one out of use.

      EXAMPLES:
        jobs-deploy secret rotate api-token -e prod --file token.txt jobs/
        openssl rand -base64 32 | jobs-deploy secret rotate session-key -e prod jobs/
        printf %s "$TOKEN" |
          jobs-deploy secret rotate api-token -e prod --keep 0 jobs/
      """)

  @Argument(help: ArgumentHelp("The name of the secret, as manifests have it.", valueName: "name"))
  var name: String

  @Argument(
    help: ArgumentHelp("Files, folders or globs with the manifests of the jobs; without one '.'.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Leave so many versions before the new one in use.", valueName: "n"))
  var keep = 1

  @OptionGroup(title: "The value") var value: SecretValueOptions
  @OptionGroup(title: "Where") var place: SecretOptions
  @OptionGroup(title: "Reading") var manifests: ManifestOptions
  @OptionGroup(title: "Acting") var approval: ApprovalOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    guard keep >= 0 else { throw ValidationError("'--keep' is 0 or more") }
    guard !paths.contains("-") else { throw ValidationError("manifests are named: standard input is for the value") }
  }

  func run() async throws {
    let variables = processEnvironment()
    let bytes = try SecretValue.read(value)
    let inputs = try JobInputs.read(
      paths.isEmpty ? ["."] : paths, manifests, variables, tool: "jobs-deploy", verb: "secret rotate",
      isQuiet: output.quiet)
    guard inputs.isOK else {
      inputs.sayFaults(output.terminal(2, variables), tool: "jobs-deploy", isQuiet: output.quiet)
      throw Failure.usage(
        "the manifests have faults, so that it is not known which versions jobs read, and nothing was changed",
        hint: "mend them, or use 'jobs-deploy secret put'")
    }
    let reading = try ManifestReading(environment: manifests.environment, folder: nil, variables)
    let session = try await SecretSession(
      "rotate", name, of: reading.environment, reading.project, place, state, output, approval, variables)
    if try await session.put(bytes) {
      let words = SecretUse.wanted(by: inputs.jobs.map(\.job), in: session.store)[name].map { Set($0.keys) } ?? []
      try await session.retire(keeping: keep, named: words)
    }
    try session.sink.finish(ok: true)
  }
}
