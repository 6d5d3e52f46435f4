import ArgumentParser

struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Test, show and check the organisation's policy.",
    discussion: """
      A policy says what an organisation asks of grants and jobs: which rules are on and how bad they are, its domains, and for \
      each environment the regions, registries and roles; what is accepted, by whom, why and until when; and examples of what \
      it finds. It stands in 'policy' of jobs.yaml, or under the same key in a file of kind 'Policy'. jobs-project(5) lists the keys.

      EXAMPLES:
        jobs-audit policy test
        jobs-audit policy check --policy audit.yaml --fail-on low
        jobs-audit policy show -o ndjson | jq 'select(.type=="policy-suppression")'
      """,
    subcommands: [PolicyTestCommand.self, PolicyShowCommand.self, PolicyCheckCommand.self])
}
