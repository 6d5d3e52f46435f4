import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsManifest
import JobsReport

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules.",
    discussion: """
      EXAMPLES:
        jobs-validate rules
        jobs-validate rules --output json |
          jq -r '.[] | select(.fix == "safe") | .code'
        jobs-validate rules SC SE
      """)

  @Argument(help: ArgumentHelp("Beginnings of codes.", valueName: "code"))
  var codes: [String] = []

  @OptionGroup(title: "Showing") var output: OutputOptions<RuleForms>

  func run() throws {
    let environment = processEnvironment()
    let chosen = RuleCatalog.all.map { $0.info }.filter { info in
      codes.isEmpty || codes.contains { info.code.hasPrefix($0) }
    }
    guard !chosen.isEmpty else {
      throw Failure.usage(
        "no rule begins with '\(Terminal.visible(codes[0]))'", hint: "'jobs-validate rules' lists the codes")
    }
    let out = Output(STDOUT_FILENO, name: "standard output")
    if let records = try RuleRecords(chosen).bytes(output.output?.format ?? .human) {
      out.write(records)
    } else {
      out.write(table(chosen).text(output.terminal(STDOUT_FILENO, environment)))
    }
    try out.flush()
  }

  private func table(_ rules: [RuleInfo]) -> Table {
    var table = Table([.init("CODE"), .init("NAME"), .init("LEVEL"), .init("FIX"), .init("FINDS")])
    for rule in rules {
      table.add([
        rule.code, rule.name, rule.severity.rawValue, rule.fix == .none ? "-" : rule.fix.rawValue, rule.summary,
      ])
    }
    return table
  }
}
