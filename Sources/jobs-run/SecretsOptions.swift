import ArgumentParser

/// Where the values of secrets are.
struct SecretsOptions: ParsableArguments {
  @Option(
    name: .customLong("secrets"),
    help: ArgumentHelp(
      "Folder of secrets, one file a name.",
      discussion: "Without it JOBS_SECRETS, CREDENTIALS_DIRECTORY (systemd), or 'secrets' in the state folder.",
      valueName: "dir"))
  var folder: String?
}
