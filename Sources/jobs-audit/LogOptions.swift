import ArgumentParser
import Glibc
import JobsCommand
import JobsCore
import JobsStore

/// Where the log is.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of the log.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  /// - Throws: a usage failure where there is no log: an empty one would look whole.
  func path(_ environment: [String: String]) throws(Failure) -> String {
    let folder = try StateDirectory.resolve(option: state, isRoot: geteuid() == 0) { environment[$0] }
    guard access(folder.auditLog, F_OK) == 0 else {
      throw .usage(
        "there is no audit log '\(Terminal.visible(folder.auditLog))'",
        hint: "name the folder with --state; nothing was done with it yet, or the log was removed")
    }
    return folder.auditLog
  }
}
