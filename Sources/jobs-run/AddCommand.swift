import ArgumentParser
import JobsCommand
import JobsCore
import JobsManifest
import JobsStore

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write a manifest for a new job.",
    discussion: """
      The job is written to NAME.yaml, in our own format, and checked with all other manifests of the project before it \
      is. A command of several words is run as it stands; one word with blanks in it goes through /bin/sh. The act is a \
      line of the audit log.

      EXAMPLES:
        jobs-run add nightly-report --schedule '30 2 * * *' --timezone Europe/Berlin \\
          -- /srv/report --day yesterday
        jobs-run add backup --dir jobs --label team=data --env-var LEVEL=full \\
          -- 'tar cz /srv | ssh vault save'
        jobs-run add import --file jobs/imports.yaml --schedule @hourly --dry-run \\
          -- /usr/local/bin/import
      """)

  @Argument(help: ArgumentHelp("The name of the job: a-z, 0-9 and '-', at most 63.", valueName: "name"))
  var name: String

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The command and its words, behind '--'.", valueName: "command"))
  var command: [String] = []

  @Option(help: ArgumentHelp("When the job runs; without it only by hand.", valueName: "cron"))
  var schedule: String?

  @Option(help: ArgumentHelp("The time zone of the schedule; without it UTC.", valueName: "zone"))
  var timezone: String?

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Give the job a label (repeatable).", valueName: "key=value"))
  var label: [String] = []

  @Option(
    name: .customLong("env-var"), parsing: .singleValue,
    help: ArgumentHelp("Give the job a variable of its environment (repeatable).", valueName: "name=value"))
  var envVar: [String] = []

  @Option(help: ArgumentHelp("The folder in which the command is run.", valueName: "dir"))
  var workdir: String?

  @Option(help: ArgumentHelp("The folder for the manifest; without it '.'.", valueName: "dir"))
  var dir: String?

  @Option(help: ArgumentHelp("Write to this file instead, behind what it holds.", valueName: "file"))
  var file: String?

  @OptionGroup var options: EditOptions

  func validate() throws {
    if command.isEmpty { throw ValidationError("there is no command; write it behind '--', as in 'add NAME -- ls -l'") }
    if dir != nil, file != nil { throw ValidationError("--dir and --file exclude each other") }
    for (option, texts) in [("--label", label), ("--env-var", envVar)] {
      for text in texts where Self.pair(text) == nil {
        throw ValidationError("\(option) '\(Terminal.visible(text))' is not NAME=VALUE")
      }
    }
  }

  func run() throws { try EndedWith.check(AddSession(self, processEnvironment()).run()) }

  static func pair(_ text: String) -> Pair? {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    return Pair(String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
