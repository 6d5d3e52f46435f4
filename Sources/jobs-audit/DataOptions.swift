import ArgumentParser
import Glibc
import JobsAudit
import JobsCore
import JobsStore

/// Which data an audit judges by: those of the tool, or those in their place.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder in which 'data replace' puts data, which are taken before those of the tool.",
      discussion: StateDirectory.usualPlaces,
      valueName: "dir"))
  var state: String?

  /// - Throws: a usage failure for data that cannot be used: those of the tool would judge otherwise than asked.
  func load(_ environment: [String: String]) throws(Failure) -> AuditData {
    try found(environment).data
  }

  /// The data, and which parts of them were replaced.
  func found(_ environment: [String: String]) throws(Failure) -> (data: AuditData, replaced: Set<AuditData.Kind>) {
    // Who has neither a home nor a state folder has replaced nothing.
    guard state != nil || DataFolder.hasPlace(environment) else { return (.shipped, []) }
    return try DataFolder(state, environment).load()
  }
}
