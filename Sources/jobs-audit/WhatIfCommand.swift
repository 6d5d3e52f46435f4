import ArgumentParser
import Glibc
import JobsAudit
import JobsCommand
import JobsCore
import JobsReport

struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if", abstract: "Tell what comes of taking grants away, before anybody does.",
    discussion: """
      Reads what 'paths' reads, and takes statements of AWS or bindings of Google away, as a 'cut' of 'paths' names them: \
      'roles/run.developer of folders/2', 'roles/run.developer of folders/2 for group:data@acme.example', or \
      'statement 1 of arn:aws:iam::111122223333:policy/p'. Told are the paths that end and those that remain, and who loses \
      what else. The status is 1 as long as a path remains.

      EXAMPLES:
        jobs-audit what-if assets.ndjson \\
          --remove 'roles/iam.serviceAccountUser of projects/acme-prod'
        jobs-audit what-if account.json --to deploy \\
          --remove 'statement 1 of arn:aws:iam::111122223333:user/eve own'
        jobs-audit what-if assets.ndjson --to db-password --fail-on never -o ndjson \\
          --remove 'roles/run.developer of folders/2 for group:data@acme.example'
      """)

  @Option(
    help: ArgumentHelp("What to take away; may be given several times.", valueName: "statement"))
  var remove: [String]

  @Option(help: ArgumentHelp("What is at the end of the paths; without it all rights there are.", valueName: "name"))
  var to: String?

  @OptionGroup(title: "Reading") var input: InputOptions
  @OptionGroup(title: "Judging") var findings: FindingOptions
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func validate() throws {
    for words in remove where StatementReference(words: words) == nil {
      throw ValidationError(
        "--remove is a statement and its policy, such as 'roles/run.admin of projects/p', not '\(words)'")
    }
  }

  func run() async throws {
    let environment = processEnvironment()
    try SecretGoal.check([to].compactMap(\.self))
    let sink = try RecordSink(tool: "jobs-audit", output, environment)
    let files = try await input.open(showing: output, environment)
    let graphs = try PathGraphs(files, input.naming, by: data.load(environment))
    var outcome = WhatIf(remove.compactMap { StatementReference(words: $0) })
    let goal = to.map { AccessGoal.named($0) } ?? .privileged
    if let to, graphs.graph.nodes(named: to).isEmpty {
      throw Failure.usage(
        "the input does not hold '\(Terminal.visible(to))'", hint: "name it as 'jobs-audit paths --to' takes it")
    }
    outcome.add(graphs.graph, to: goal)
    for statement in outcome.removed where outcome.isUnknown(statement) {
      throw Failure.usage(
        "the input has no \(Terminal.visible(statement.words))",
        hint: "name it as the 'cut' of 'jobs-audit paths' does")
    }
    sink.emit("what-if") { outcome.write(to: &$0) }
    if sink.isHuman { sink.output.write(Self.text(outcome, output.terminal(STDOUT_FILENO, environment))) }
    let worst = outcome.remaining.map(\.severity).max()
    let isReached = findings.failOn.isReached(by: worst)
    try sink.finish(ok: !isReached)
    if !sink.isHuman, !output.quiet {
      Entry.say(
        "jobs-audit", "\(outcome.ended.count) paths end, \(outcome.remaining.count) remain", level: "note")
    }
    try EndedWith.check(isReached ? .findings : graphs.isPartial ? .partial : .done)
  }

  private static func text(_ outcome: WhatIf, _ terminal: Terminal) -> String {
    var text = ""
    for statement in outcome.removed { text += "without \(Terminal.visible(statement.words)):\n" }
    for (title, findings) in [("ends", outcome.ended), ("remains", outcome.remaining)] {
      for finding in findings { text += terminal.prose(Terminal.visible(finding.message), after: "  \(title): ") }
    }
    if outcome.ended.isEmpty, outcome.remaining.isEmpty { text += "  there was no path, and there is none\n" }
    for entry in outcome.lost {
      let lost = "'\(entry.principal)' has no more \(entry.what) by '\(entry.policy)'"
      text += terminal.prose(Terminal.visible(lost), after: "  lost: ")
    }
    return text
  }
}
