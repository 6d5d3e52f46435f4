import ArgumentParser

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Check and show the log of all acts.",
    discussion: """
      Every tool of the suite that changes something writes a line into the audit log of the state folder; each line holds the \
      hash of the one before.

      EXAMPLES:
        jobs-audit log verify
        jobs-audit log show --tool jobs-deploy --since 2027-01-01T00:00:00Z
        jobs-audit log export > audit.ndjson
      """,
    subcommands: [LogVerifyCommand.self, LogShowCommand.self, LogExportCommand.self])
}
