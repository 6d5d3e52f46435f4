import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules, or tell what one finds and why.",
    discussion: """
      EXAMPLES:
        jobs-audit rules
        jobs-audit rules AI108
        jobs-audit rules -o csv > rules.csv
      """)

  @Argument(help: ArgumentHelp("The code of a rule.", valueName: "code"))
  var code: String?

  @OptionGroup(title: "Showing") var output: OutputOptions<RowForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let rules = try chosen()
    for rule in rules { sink.emit("rule") { Self.write(rule, to: &$0) } }
    if sink.isHuman, code != nil {
      for rule in rules { sink.output.write(Self.page(rule, output.terminal(STDOUT_FILENO, environment))) }
    } else if sink.isHuman {
      var table = Table([.init("CODE", isWhole: true), .init("SEVERITY"), .init("NAME", isWhole: true), .init("FINDS")])
      for rule in rules { table.add([rule.code, rule.severity.rawValue, rule.name, rule.summary]) }
      sink.output.write(table.text(output.terminal(STDOUT_FILENO, environment)))
    } else if sink.format == .csv {
      sink.output.write(
        CSVRow.text(["code", "severity", "name", "summary", "controls", "source", "mending", "noCommand"]))
      for rule in rules {
        let controls = rule.controls.map(\.words).joined(separator: "; ")
        sink.output.write(
          CSVRow.text([
            rule.code, rule.severity.rawValue, rule.name, rule.summary, controls, rule.source, rule.mending.name,
            rule.mending.reason,
          ]))
      }
    }
    try sink.finish(ok: true)
  }

  private func chosen() throws(Failure) -> [AuditRule] {
    guard let code else { return RuleCatalog.all }
    guard let rule = RuleCatalog.rule(code) else {
      throw .usage("there is no rule '\(Terminal.visible(code))'", hint: "'jobs-audit rules' lists them")
    }
    return [rule]
  }

  private static func page(_ rule: AuditRule, _ terminal: Terminal) -> String {
    let controls = rule.controls.map { "\($0.benchmark) \($0.version), \($0.id)" }.joined(separator: "; ")
    let paragraphs = [
      "\(rule.code) \(rule.name) (\(rule.severity.rawValue))", rule.summary, rule.page, rule.mending.words,
    ]
    return paragraphs.map { terminal.prose($0) + "\n" }.joined() + terminal.prose(rule.source, after: "Source: ")
      + (controls.isEmpty ? "" : terminal.prose(controls, after: "Controls: "))
  }

  private static func write(_ rule: AuditRule, to json: inout JSONWriter) {
    json.beginRecord("rule")
    json.member("code", rule.code)
    json.member("name", rule.name)
    json.member("severity", rule.severity.rawValue)
    json.member("summary", rule.summary)
    json.member("page", rule.page)
    json.member("source", rule.source)
    json.member("mending", rule.mending.name)
    json.optional("noCommand", rule.mending.reason)
    json.array("controls") { for control in rule.controls { control.write(to: &$0) } }
    json.endObject()
  }
}
