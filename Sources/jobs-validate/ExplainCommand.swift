import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Print the page of a rule.",
    discussion: """
      EXAMPLES:
        jobs-validate explain ST102
        jobs-validate explain unknown-key
        jobs-validate explain SC103 | less
      """)

  @Argument(help: ArgumentHelp("A rule's code or name.", valueName: "code"))
  var code: String

  @OptionGroup(title: "Showing") var output: OutputOptions<RuleForms>

  func run() throws {
    guard let info = RuleCatalog.rule(code.uppercased()) ?? RuleCatalog.rule(code.lowercased()) else {
      let near = Spelling.nearest(code.uppercased(), of: RuleCatalog.codes)
      throw Failure.usage(
        "there is no rule '\(Terminal.visible(code))'",
        hint: near.map { "did you mean '\($0)'?" } ?? "'jobs-validate rules' lists them")
    }
    let out = Output(STDOUT_FILENO, name: "standard output")
    if let record = try RuleRecords([info]).bytes(output.output?.format ?? .human) {
      out.write(record)
    } else {
      out.write(RulePage(info, output.terminal(STDOUT_FILENO, processEnvironment())).text)
    }
    try out.flush()
  }
}
