import ArgumentParser
import JobsPlaces

/// Where secrets are kept, if it is not where the environment is.
struct SecretOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Secret Manager of this project of Google Cloud.", valueName: "id"))
  var project: String?

  @Option(help: ArgumentHelp("AWS Secrets Manager in this region.", valueName: "name"))
  var region: String?

  @Option(help: .impersonation)
  var impersonate: String?

  func validate() throws {
    guard project == nil || region == nil else {
      throw ValidationError("'--project' is of Google Cloud and '--region' of AWS: name one of them")
    }
  }

  var impersonated: [String] { GoogleConnection.chain(impersonate) }
}

/// The environment whose secrets are meant.
struct SecretEnvironmentOption: ParsableArguments {
  @Option(
    name: [.short, .customLong("env")],
    help: ArgumentHelp(
      "The environment of the project file.", discussion: "JOBS_ENV is taken where it is left out.", valueName: "name"))
  var environment: String?
}

/// Where a value comes from.
struct SecretValueOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read the value from this file; without it from standard input.", valueName: "file"))
  var file: String?

  @Flag(
    help: ArgumentHelp(
      "Keep a line break at the end.",
      discussion: "Otherwise the last one is dropped, since editors and 'echo' add it. All else is kept as it is."))
  var keepNewline = false
}
