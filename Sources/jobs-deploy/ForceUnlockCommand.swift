import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsDeploy
import JobsStore

struct ForceUnlockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "force-unlock", abstract: "Take places away from a run that hangs.",
    discussion: """
      A run has its places until its process ends, however that ends; so after a crash there is nothing to unlock. This is \
      for a run that hangs and cannot be ended. It begins no further change once it goes on; the one change that it may be in \
      the middle of is refused by its precondition, if another run was there first.

      Places are named as the message says that refused you: KIND/ACCOUNT/KEY. Without one all that are held are meant.

      EXAMPLES:
        jobs-deploy force-unlock
        jobs-deploy force-unlock host.crontab/web-1/alice --yes
      """)

  @Argument(help: ArgumentHelp("What is to be unlocked; without one all that is held.", valueName: "place"))
  var places: [String] = []

  @Flag(name: [.short, .long], help: "Ask no question.")
  var yes = false

  @OptionGroup(title: "Keeping") var state: StateOptions
  @OptionGroup(title: "Showing") var output: OutputOptions<RecordForms>

  func run() throws {
    let environment = processEnvironment()
    let sink = try RecordSink(tool: "jobs-deploy", output, environment)
    let folder = try state.directory(environment)
    let held = try Lease.held(in: folder)
    for place in places where !held.contains(where: { $0.place == place }) {
      throw Failure.usage(
        "nobody holds '\(Terminal.visible(place))'",
        hint: held.isEmpty ? nil : "held are \(held.map { Terminal.visible($0.place) }.joined(separator: ", "))")
    }
    let chosen = places.isEmpty ? held : held.filter { places.contains($0.place) }
    for owner in chosen where sink.isHuman || !yes {
      let words = "'\(Terminal.visible(owner.place))' is held by \(owner.words)\n"
      _ = FileBytes.writeAll(sink.isHuman ? STDOUT_FILENO : STDERR_FILENO, Array(words.utf8))
    }
    if !chosen.isEmpty, !yes { try Question.ask("take \(chosen.count == 1 ? "it" : "them") away?") }
    let log = try state.auditLog(environment)
    for owner in chosen {
      let act = AuditAct(
        "force-unlock", of: owner.place,
        [.init("run", owner.run), .init("user", owner.user), .init("host", owner.host), .init("pid", "\(owner.pid)")])
      try log.perform(act) { () throws(Failure) in try Lease.seize(owner, in: folder) }
      sink.emit("lease") { owner.write(to: &$0) }
    }
    sink.say(
      chosen.isEmpty ? "nothing is held" : chosen.count == 1 ? "1 place is free" : "\(chosen.count) places are free",
      isQuiet: output.quiet)
    try sink.finish(ok: true)
  }
}
