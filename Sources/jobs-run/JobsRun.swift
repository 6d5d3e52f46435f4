import ArgumentParser
import JobsCommand
import JobsCore

@main
struct JobsRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs-run",
    abstract: "Run jobs, here or in a cloud, and look at what ran.",
    discussion: """
      Jobs come from manifests or, on standard input, from the records of the other jobs tools. Each run is kept in a \
      history with what the job wrote.

      EXAMPLES:
        jobs-run now nightly-report                   one job, found below this folder
        jobs-validate -e prod jobs/ | jobs-run now --all
        jobs-run runs --status failed --since 1d
        jobs-run logs nightly-report                  what its last run wrote

      EXIT STATUS:
        'now' with one job passes the job's own status through: 124 timeout, 126 not executable, 127 not found, 128+n \
      signal n, 125 when it could not be run. Otherwise 0 done; 1 a job failed; 2 wrong usage or unusable input; 3 the \
      world failed; 4 partly done; 130 and 143 interrupted and terminated.
      """,
    version: "jobs-run \(version)",
    subcommands: [
      NowCommand.self, ExecCommand.self, EventCommand.self, DaemonCommand.self, CancelCommand.self, ListCommand.self, NextCommand.self,
      RunsCommand.self, ShowCommand.self, LogsCommand.self, ExplainCommand.self, SimulateCommand.self,
      AddCommand.self, SetCommand.self, EnableCommand.self, DisableCommand.self, RemoveCommand.self,
      QueryCommand.self, DlqCommand.self, PurgeCommand.self,
    ])

  static func main() async { await Entry.run(JobsRun.self) }
}
