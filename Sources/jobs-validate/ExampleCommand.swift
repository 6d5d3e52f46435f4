import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest

struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example", abstract: "Print a job of a format to begin with.",
    discussion: """
      EXAMPLES:
        jobs-validate example jobs > report.yaml
        jobs-validate example project > jobs.yaml
        jobs-validate example cloudrun | jobs-validate -
      """)

  @Argument(help: ArgumentHelp("jobs, project, crontopus, cloudrun, jobfile or crontab.", valueName: "format"))
  var format: Format = .jobs

  func run() throws {
    let out = Output(STDOUT_FILENO, name: "standard output")
    out.write(format.example)
    try out.flush()
  }
}
