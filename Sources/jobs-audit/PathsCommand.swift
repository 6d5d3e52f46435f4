import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Tell who of an AWS account can come to be whom, step by step.",
    discussion: """
      Reads what 'aws iam get-account-authorization-details' writes, and tries 65 known ways: roles that trust, roles that are \
      passed to a service, credentials of others, policies that are changed. For each identity that comes there the shortest \
      path is told, with the statement that each step stands on. 'proven' means that all of it is in the input, 'possible' that \
      what is named is missing. Policies of Google are not looked at.

      EXAMPLES:
        aws iam get-account-authorization-details > account.json
        jobs-audit paths account.json --privileged
        jobs-audit paths account.json --to arn:aws:iam::111122223333:role/deploy
        jobs-audit paths account.json --to deploy --from ada --fail-on never
      """)

  @Argument(help: ArgumentHelp("Files, or '-' for standard input; without one standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The user, group or role at the end, by its ARN or name.", valueName: "identity"))
  var to: String?

  @Option(help: ArgumentHelp("The user or role at the beginning; without it all.", valueName: "identity"))
  var from: String?

  @Flag(help: "Paths to all rights in the account.")
  var privileged = false

  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Showing") var output: OutputOptions

  func validate() throws {
    guard (to != nil) != privileged else { throw ValidationError("say where to, by --to or by --privileged") }
  }

  func run() throws {
    try EndedWith.check(PathsSession(self, processEnvironment()).run())
  }
}
