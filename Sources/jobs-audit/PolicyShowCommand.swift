import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

struct PolicyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what the policy asks, and what it accepts until when.",
    discussion: """
      EXAMPLES:
        jobs-audit policy show
        jobs-audit policy show --policy audit.yaml
        jobs-audit policy show -o ndjson |
          jq 'select(.type=="policy-suppression" and .state=="over")'
      """)

  @OptionGroup(title: "Policy") var options: PolicyOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let policy = try options.require(environment)
    let now = Instant.now()
    sink.emit("policy") { policy.write(to: &$0) }
    for suppression in policy.suppressions {
      sink.emit("policy-suppression") { suppression.write(to: &$0, now: now) }
    }
    if sink.isHuman {
      let terminal = output.terminal(STDOUT_FILENO, environment)
      sink.output.write(Self.text(policy, now, terminal))
    }
    try sink.finish(ok: true)
  }

  private static func text(_ policy: AuditPolicy, _ now: Instant, _ terminal: Terminal) -> String {
    var text = "\(Terminal.visible(policy.path))\n"
    func line(_ name: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      text += "  \(name): \(Terminal.visible(values.joined(separator: ", ")))\n"
    }
    line("domains", policy.domains.sorted())
    line("registries", policy.registries)
    line("rules", policy.rules.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.word)" })
    for environment in policy.environments {
      text += "  environment '\(Terminal.visible(environment.name))'\(environment.isProtected ? ", protected" : "")\n"
      for (name, values) in environment.lists { line("  \(name)", values) }
      if environment.asksForKey { text += "    jobs name keys of their own\n" }
    }
    for duty in policy.duties { line("duties kept apart", [duty.name]) }
    if !policy.suppressions.isEmpty {
      text += "\n"
      var table = Table([.init("RULE", isWhole: true), .init("UNTIL", isWhole: true), .init("STATE"), .init("REASON")])
      for suppression in policy.suppressions {
        table.add([
          suppression.rule, suppression.lastDay, suppression.state(now),
          Terminal.visible(
            [suppression.reason, suppression.owner, suppression.ticket].compactMap { $0 }.joined(separator: ", ")),
        ])
      }
      text += table.text(terminal)
    }
    return text
  }
}
