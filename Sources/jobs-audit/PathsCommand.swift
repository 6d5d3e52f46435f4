import ArgumentParser
import JobsAudit
import JobsCommand
import JobsCore

struct PathsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Tell who can come to be whom, or to reach what, step by step.",
    discussion: """
      Reads what 'iam' reads. In an account of AWS it tries 65 known ways: roles that trust, roles that are passed to a service, \
      credentials of others, policies that are changed; and what runs there as a role and can be made to do something else: \
      functions, tasks, jobs, schedules, build projects, images by their tags. In an organisation of Google it tries tokens, keys and signatures of \
      service accounts and delegation of them, jobs, functions, machines, schedules, workflows and builds that are made to run as \
      them, policies, custom roles and identity pools; grants are inherited, and deny policies win. Exports of resources tell what \
      runs as which account. Accounts and clouds are one graph: paths begin with whoever a role trusts from outside as well, such \
      as subjects of GitHub Actions, and with whoever the policy of a secret or function lets in; roles are followed across \
      accounts, and from service accounts of Google whose tokens they take. For each identity that comes there the shortest path is told, with the statement that each step \
      stands on. 'proven' means that all of it is in the input, 'possible' that what is named is missing.

      EXAMPLES:
        jobs-audit paths policies.ndjson resources.ndjson deny.json --privileged
        jobs-audit paths assets.ndjson --from user:ada@acme.example \\
          --to report@acme-prod.iam.gserviceaccount.com
        jobs-audit paths assets.ndjson --to nightly-report \\
          --as-of 2027-01-01T00:00:00Z
        aws iam get-account-authorization-details > account.json
        jobs-audit paths account.json --privileged
        jobs-audit paths account.json --to arn:aws:iam::111122223333:role/deploy
        jobs-audit paths account.json --to deploy --from ada --fail-on never
        jobs-audit paths account.json functions.json tasks.json --to report
        jobs-audit paths account.json other.json --to deploy \\
          --from repo:acme/app:ref:refs/heads/main
        jobs-audit paths account.json --privileged --from ci \\
          --session-policy ci=session.json
      """)

  @Option(
    help: ArgumentHelp(
      "What is at the end: of AWS an identity by ARN or name, a secret or function by ARN, or by name what the input tells to run; "
        + "of Google an account, job, secret, role or project.",
      valueName: "name"))
  var to: String?

  @Option(help: ArgumentHelp("Who is at the beginning; without it all.", valueName: "name"))
  var from: String?

  @Flag(help: "Paths to all rights in an account of AWS, or a project, folder or organisation of Google.")
  var privileged = false

  @OptionGroup(title: "Reading") var input: InputOptions
  @OptionGroup(title: "Policy") var policy: PolicyOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<FindingForms>

  func run() async throws {
    // Behind all that the parser finds: an option that is mistyped is told as that.
    guard (to != nil) != privileged else {
      throw Failure.usage("say where to, by --to or by --privileged", hint: "'jobs-audit paths --help' shows examples")
    }
    let environment = processEnvironment()
    try EndedWith.check(PathsSession(self, try await input.open(showing: output, environment), environment).run())
  }
}
