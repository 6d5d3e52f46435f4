import ArgumentParser
import JobsCommand
import JobsCore
import JobsDeploy

struct SecretDisableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Take a version of a secret out of use.",
    discussion: """
      Jobs that read the version fail from their next start on; 'jobs-deploy secret list' says which do. Of the current version \
      it is asked for. In AWS the version loses its labels; the current one cannot.

      EXAMPLES:
        jobs-deploy secret disable api-token 3 -e prod
        jobs-deploy secret disable api-token latest -e prod --yes
        jobs-deploy secret disable api-token AWSPREVIOUS -e prod
      """)

  @OptionGroup var version: SecretVersionOptions

  @Flag(name: [.short, .long], help: "Ask no question.")
  var yes = false

  func run() async throws {
    let session = try await version.session("disable", processEnvironment())
    let found = try await session.version(version.version)
    if found.labels.contains(session.store.currentLabel), !yes {
      try Question.ask("version \(found.id) is the current one of '\(Terminal.visible(version.name))': disable it?")
    }
    try await session.disable(found)
    try session.sink.finish(ok: true)
  }
}

struct SecretEnableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable", abstract: "Bring a version of a secret back that was disabled.",
    discussion: """
      AWS has no versions that are disabled; it is said there how a label is moved back.

      EXAMPLES:
        jobs-deploy secret enable api-token 3 -e prod
        jobs-deploy secret enable api-token 3 --project acme-prod
        jobs-deploy secret enable api-token latest -e dev
      """)

  @OptionGroup var version: SecretVersionOptions

  func run() async throws {
    let session = try await version.session("enable", processEnvironment())
    try await session.enable(try await session.version(version.version))
    try session.sink.finish(ok: true)
  }
}

/// Which version of which secret.
struct SecretVersionOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The name of the secret, as manifests have it.", valueName: "name"))
  var name: String

  @Argument(help: ArgumentHelp("The version's number or id, or one of its labels.", valueName: "version"))
  var version: String

  @OptionGroup var chosen: SecretEnvironmentOption

  @OptionGroup(title: "Where") var place: SecretOptions
  @OptionGroup(title: "Acting") var approval: ApprovalOptions
  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func session(_ verb: String, _ variables: [String: String]) async throws(Failure) -> SecretSession {
    let reading = try ManifestReading(environment: chosen.environment, folder: nil, variables)
    return try await SecretSession(
      verb, name, of: reading.environment, reading.project, place, state, output, approval, variables)
  }
}
