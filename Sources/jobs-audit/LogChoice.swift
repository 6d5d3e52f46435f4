import ArgumentParser
import JobsCore
import JobsStore

/// Which acts of the log are meant.
struct LogChoice: ParsableArguments {
  @Option(help: ArgumentHelp("Acts since this time (RFC 3339).", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Acts before this time.", valueName: "time"))
  var until: String?

  @Option(help: ArgumentHelp("Acts of this tool.", valueName: "tool"))
  var tool: String?

  @Option(help: ArgumentHelp("Acts of this kind, such as 'rollback'.", valueName: "act"))
  var action: String?

  @Option(help: ArgumentHelp("Acts of this user, by their own name or that before sudo.", valueName: "name"))
  var user: String?

  func validate() throws {
    for (name, text) in [("--since", since), ("--until", until)] {
      if let text, Instant(rfc3339: text) == nil {
        throw ValidationError("\(name) is a time such as 2027-01-01T00:00:00Z")
      }
    }
  }

  func takes(_ entry: AuditEntry) -> Bool {
    if let since = since.flatMap({ Instant(rfc3339: $0) }), entry.time < since.milliseconds { return false }
    if let until = until.flatMap({ Instant(rfc3339: $0) }), entry.time >= until.milliseconds { return false }
    if let tool, entry.tool != tool { return false }
    if let action, entry.act.action != action { return false }
    if let user, entry.actor.user != user, entry.actor.sudoUser != user { return false }
    return true
  }
}
