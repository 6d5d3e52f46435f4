import ArgumentParser
import Glibc
import JobsCore
import JobsStore

/// Where the history is that tells how long runs took.
struct StateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the history of jobs-run.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  @Flag(help: "Do not look at the history.")
  var noHistory = false

  /// The history; nil where nothing has run, or it is not to be looked at.
  func history(_ environment: [String: String]) throws(Failure) -> RunHistory? {
    if noHistory { return nil }
    // A container of a pipeline may have no home, and needs none.
    guard
      let folder = try? StateDirectory.resolve(option: state, isRoot: geteuid() == 0, environment: { environment[$0] })
    else { return nil }
    guard access(folder.history, F_OK) == 0 else {
      if state != nil {
        throw .usage("there is no history in '\(Terminal.visible(folder.path))'", hint: "leave --state out without one")
      }
      return nil
    }
    return try RunHistory(reading: folder)
  }
}
