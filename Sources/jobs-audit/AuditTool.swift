import ArgumentParser
import JobsCommand
import JobsCore

@main
struct AuditTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs-audit",
    abstract: "Tell who can do what as which identity, and whether they should.",
    discussion: """
      Reads what the clouds' own tools write of identities and policies, and asks nothing of the network but with --live. What was read and \
      could not be judged is listed, so that silence is never taken for safety; an input of a shape that is not known ends \
      with 2 and the place.

      EXAMPLES:
        aws iam get-account-authorization-details | jobs-audit iam
        gcloud projects get-iam-policy acme-prod --format=json | jobs-audit iam --resource projects/acme-prod
        jobs-audit iam assets.ndjson -o sarif > iam.sarif
        jobs-audit iam --live gcp:acme-prod --save acme.ndjson    read it now, and keep it
        jobs-audit paths account.json --privileged    who comes to rule the account, step by step
        jobs-audit what-if assets.ndjson --remove 'roles/run.developer of folders/2'
        jobs-audit diff yesterday.ndjson today.ndjson     what became reachable, then what else is new
        jobs-audit compliance --framework cis-gcp-5.0 assets.ndjson    and what was not assessed
        jobs-audit policy test                        whether the organisation's policy finds what it ought to
        jobs-audit access trail/*.json.gz             who was denied, and who used which keys and secrets
        jobs-audit recommend jobs/ --job report --iam account.json    what it needs, has, and has too much
        jobs-audit rules AI108                        what a rule finds, why, and what to do instead
        jobs-audit review open q4 assets.ndjson       who has what, frozen for people to look at
        jobs-audit data show 's3:Put*'                which actions there are, and what they are good for
        jobs-audit log verify                         whether the log of all acts is whole

      EXIT STATUS:
        0 nothing at or above --fail-on; 1 findings; 2 wrong usage, or no input could be used; 3 the world failed; \
      4 some of the input could not be judged, and nothing else was found.
      """,
    version: "jobs-audit \(version)",
    subcommands: [
      ManifestsCommand.self, IAMCommand.self, PathsCommand.self, WhatIfCommand.self, DiffCommand.self,
      ComplianceCommand.self, AccessCommand.self, RecommendCommand.self, PolicyCommand.self, ReviewCommand.self,
      RulesCommand.self, DataCommand.self, LogCommand.self,
    ])

  static func main() async { await Entry.run(AuditTool.self) }
}
