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
        gcloud projects get-iam-policy acme-prod --format=json |
          jobs-audit iam --resource projects/acme-prod
        jobs-audit iam assets.ndjson -o sarif > iam.sarif
        jobs-audit iam --live aws --save account.ndjson  read it now, and keep it
        jobs-audit paths account.json --privileged       who comes to rule it
        jobs-audit what-if assets.ndjson --remove 'roles/run.developer of folders/2'
        jobs-audit diff old.ndjson new.ndjson            what became reachable first
        jobs-audit manifests jobs/ --iam account.json    what jobs are given too much
        jobs-audit recommend jobs/ --iam account.json    what they need, and have
        jobs-audit compliance -h                         against which benchmarks
        jobs-audit access trail/*.json.gz                who was denied, what was odd
        jobs-audit policy test                           whether your policy works
        jobs-audit review open q4 assets.ndjson          who has what, to be reviewed
        jobs-audit rules AI108                           what a rule finds, and why
        jobs-audit data show 's3:Put*'                   which actions there are
        jobs-audit log verify                            whether the log is whole

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
