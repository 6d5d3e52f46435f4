import ArgumentParser
import JobsCore
import JobsPlaces

/// Which clouds are read, and where what was read is kept.
struct LiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read a cloud: gcp:PROJECT, gcp:folders/ID, gcp:organizations/ID, aws or aws:PROFILE; may be given several times.",
      discussion: "By the credentials that the clouds' own tools take. Nothing is changed there.", valueName: "place"))
  var live: [LivePlace] = []

  @Option(
    help: ArgumentHelp(
      "Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.",
      valueName: "file"))
  var save: String?

  @Option(help: .impersonation) var impersonate: String?

  func validate() throws {
    guard live.isEmpty else { return }
    if save != nil { throw ValidationError("--save keeps what --live reads: say what to read") }
    if impersonate != nil { throw ValidationError("--impersonate is for --live gcp:…") }
  }

  /// Reads what is to be read.
  ///
  /// - Returns: the files that were named, and behind them what was read, if anything.
  func files(_ names: [String], _ environment: [String: String]) async throws(Failure) -> AuditFiles {
    var files = AuditFiles(names: names, isInputNeeded: live.isEmpty)
    guard !live.isEmpty else { return files }
    let snapshot = try LiveSnapshot(saving: save)
    for place in live {
      try await snapshot.read(place, impersonating: GoogleConnection.chain(impersonate), environment)
    }
    files.inputs.append(try snapshot.end())
    return files
  }
}
