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
        jobs-validate rules --output json | jq -r '.[] | select(.fix == "safe") | .code'
        jobs-validate rules SC SE
      """)

  @Argument(help: ArgumentHelp("Beginnings of codes.", valueName: "code"))
  var codes: [String] = []

  @OptionGroup(title: "Showing") var output: OutputOptions

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
    switch output.output ?? .human {
    case .auto, .human: out.write(table(chosen).text(output.terminal(STDOUT_FILENO, environment)))
    case .ndjson: for info in chosen { out.write(record(info) + [10]) }
    case .json:
      var report = JSONReport()
      report.add(lines: chosen.flatMap { record($0) + [10] })
      report.finish()
      out.write(report.take())
    case .sarif, .github, .junit:
      throw Failure.usage("rules are not findings", hint: "take --output human, json or ndjson")
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

  private func record(_ info: RuleInfo) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in [
      ("code", info.code), ("name", info.name), ("group", info.group.rawValue), ("severity", info.severity.rawValue),
      ("fix", info.fix.rawValue), ("summary", info.summary), ("page", info.page),
    ] {
      json.key(key)
      json.value(value)
    }
    json.optional("source", info.source)
    json.endObject()
    return json.bytes
  }
}
