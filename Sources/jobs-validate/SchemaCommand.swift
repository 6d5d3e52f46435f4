import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a JSON Schema of a format, for editors.",
    discussion: """
      EXAMPLES:
        jobs-validate schema jobs > .schemas/job.json
        jobs-validate schema project > .schemas/project.json
        jobs-validate schema cloudrun | jq '.properties | keys'
      """)

  @Argument(help: ArgumentHelp("jobs, project, crontopus, cloudrun or jobfile.", valueName: "format"))
  var format: Format

  func run() throws {
    guard let text = JSONSchema.text(format) else {
      throw Failure.usage("a crontab has no JSON Schema", hint: "its lines are described in 'man 5 crontab'")
    }
    let out = Output(STDOUT_FILENO, name: "standard output")
    out.write(text)
    try out.flush()
  }
}
