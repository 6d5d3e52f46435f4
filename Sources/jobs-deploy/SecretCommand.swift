import ArgumentParser

struct SecretCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Keep the secrets that jobs read: list, put, rotate, disable, enable.",
    discussion: """
      Secrets are kept in Secret Manager of the environment's project, or in AWS Secrets Manager of its region; manifests name \
      them. A value comes from standard input or from a file, never from the command line, and is never shown, logged or kept.

      EXAMPLES:
        jobs-deploy secret list -e prod jobs/           which job reads what
        printf %s "$TOKEN" | jobs-deploy secret put api-token -e prod
        jobs-deploy secret rotate api-token -e prod --file token.txt jobs/
        jobs-deploy secret disable api-token 3 -e prod
      """,
    subcommands: [
      SecretListCommand.self, SecretPutCommand.self, SecretRotateCommand.self, SecretDisableCommand.self,
      SecretEnableCommand.self,
    ])
}
