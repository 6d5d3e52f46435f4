import ArgumentParser
import JobsCommand
import JobsCore

struct SecretPutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "put", abstract: "Give a secret a value, which becomes the current one.",
    discussion: """
      A secret that is not there is made, and bears the mark of this suite. To one that is there a version is added, unless it \
      has the value already. Jobs that read the latest version, or AWSCURRENT, have the new value from their next start on; the \
      versions before stay as they are.

      EXAMPLES:
        printf %s "$TOKEN" | jobs-deploy secret put api-token -e prod
        jobs-deploy secret put tls-key -e prod --file key.pem --keep-newline
        openssl rand -base64 32 |
          jobs-deploy secret put session-key --project acme-prod
      """)

  @Argument(help: ArgumentHelp("The name of the secret, as manifests have it.", valueName: "name"))
  var name: String

  @OptionGroup var chosen: SecretEnvironmentOption

  @OptionGroup(title: "The value") var value: SecretValueOptions
  @OptionGroup(title: "Where") var place: SecretOptions
  @OptionGroup(title: "Acting") var approval: ApprovalOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() async throws {
    let variables = processEnvironment()
    let bytes = try SecretValue.read(value)
    let reading = try ManifestReading(environment: chosen.environment, folder: nil, variables)
    let session = try await SecretSession(
      "put", name, of: reading.environment, reading.project, place, state, output, approval, variables)
    _ = try await session.put(bytes)
    try session.sink.finish(ok: true)
  }
}
