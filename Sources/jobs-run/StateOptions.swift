import ArgumentParser
import Glibc
import JobsCore
import JobsStore

/// Where the history is.
struct StateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the history and of what jobs wrote.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  /// The folder as an absolute path, since the history keeps the paths of files in it.
  func directory(_ environment: [String: String]) throws(Failure) -> StateDirectory {
    let found = try StateDirectory.resolve(option: state, isRoot: geteuid() == 0) { environment[$0] }
    return StateDirectory(path: try WorkingDirectory.absolute(found.path, option: "--state"))
  }
}
