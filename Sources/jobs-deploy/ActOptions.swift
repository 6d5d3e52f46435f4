import ArgumentParser
import JobsCore
import JobsManifest

/// How a verb acts that changes the world.
struct ActOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Ask no question.")
  var yes = false

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp(
      "As many changes at once, where a place allows it.",
      discussion:
        "Lines of a crontab are written together, whatever this says, and what depends on a change waits for it.",
      valueName: "n"))
  var parallel = 16

  @Flag(
    help: ArgumentHelp(
      "Do not ask first what is missing in a cloud.",
      discussion:
        "Otherwise permissions, service accounts, versions of secrets and images that the changes call for are looked "
        + "for, and all that is missing is named before the first change."))
  var offline = false

  @Option(
    help: ArgumentHelp(
      "For how long to wait for another run that changes the same place, such as 10m; without it not at all.",
      valueName: "time"))
  var wait: String?

  @OptionGroup(title: "Acting") var approval: ApprovalOptions

  func validate() throws {
    guard parallel >= 1 else { throw ValidationError("'--parallel' is at least 1") }
    guard wait.map({ Quantity.seconds($0) != nil }) ?? true else {
      throw ValidationError("'--wait' is a length of time, such as 90s, 10m or 1h")
    }
  }

  var patience: Duration { .seconds(wait.flatMap { Quantity.seconds($0) } ?? 0) }
}
