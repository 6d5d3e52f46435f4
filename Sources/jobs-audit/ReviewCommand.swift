import ArgumentParser

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review who has what: open, assign, decide, sign off.",
    discussion: """
      A review is a folder: the grants as they were when it was opened, with their hash; tables for reviewers; and all that was \
      done, each line with the hash of the one before. Deleted members, and those whom nobody knows, are in it. Nobody decides on \
      what they have themselves, nor signs off what they decided. At the end stand commands that carry the decisions out, and \
      those that take them back; nothing is run. jobs-auditing(7) leads through one.

      EXAMPLES:
        jobs-audit review open q4 assets.ndjson --due 2027-01-15
        jobs-audit review assign q4 ada@acme.example --on '*projects/acme-*'
        jobs-audit review close q4 --by grace@acme.example
      """,
    subcommands: [
      ReviewOpenCommand.self, ReviewAssignCommand.self, ReviewDecideCommand.self, ReviewStatusCommand.self,
      ReviewCloseCommand.self,
    ])
}
