import ArgumentParser
import JobsCommand
import JobsCore
import JobsStore

struct DlqPurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Delete runs that failed for good from the list; the history keeps them.",
    discussion: """
      It asks first, on the terminal, and is a line of the audit log.

      EXAMPLES:
        jobs-run dlq purge 01KAJ3F8Q2W7N5
        jobs-run dlq purge --before 30d --yes
        jobs-run dlq purge --settled
      """)

  @Argument(help: ArgumentHelp("The ids of runs or their beginnings.", valueName: "id"))
  var ids: [String] = []

  @Option(
    help: ArgumentHelp(
      "Those that failed before this time: 2026-11-21, a time with its zone, or 30d for thirty days ago.",
      valueName: "time"))
  var before: String?

  @Flag(help: "Those that were run again and succeeded.")
  var settled = false

  @Flag(name: [.short, .long], help: "Do not ask.")
  var yes = false

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RunForms>

  func validate() throws {
    guard ids.isEmpty != (before == nil && !settled) else {
      throw ValidationError(
        ids.isEmpty
          ? "nothing is named to delete; name runs by their ids, or --before TIME or --settled"
          : "ids exclude --before and --settled; leave one of them out")
    }
  }

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(output, environment)
    let folder = try state.directory(environment)
    let chosen = try choose(HistoryReading(folder).known().deadLetters)
    let count = chosen.count == 1 ? "1 dead letter" : "\(chosen.count) dead letters"
    guard !chosen.isEmpty else {
      if !output.quiet { Entry.say("jobs-run", "there is nothing to delete", level: "note") }
      return try sink.finish(ok: true)
    }
    if !yes { try Question.ask("delete \(count)?") }
    let executions = chosen.map(\.execution)
    let act = AuditAct(
      "purge", of: "dlq",
      [.init("count", String(chosen.count)), .init("executions", executions.map(\.description).joined(separator: " "))])
    let deleted = try state.auditLog(environment).perform(act) { () throws(Failure) in
      try RunHistory(writing: folder).deadLetters.purge(executions)
    }
    for letter in chosen { sink.emit("dead-letter") { letter.write(to: &$0) } }
    if sink.isHuman { sink.output.write("deleted \(deleted) of \(count)\n") }
    try sink.finish(ok: true)
  }

  private func choose(_ letters: DeadLetters) throws(Failure) -> [DeadLetter] {
    guard ids.isEmpty else {
      var chosen: [DeadLetter] = []
      for id in ids {
        let letter = try letters.find(id)
        if !chosen.contains(letter) { chosen.append(letter) }
      }
      return chosen
    }
    let end = try before.map { text throws(Failure) in
      try TimeArgument.milliseconds(text, "--before", now: Instant.now())
    }
    return try letters.list().filter { $0.failed < end ?? .max && ($0.isSettled || !settled) }
  }
}
