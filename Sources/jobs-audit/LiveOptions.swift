import ArgumentParser
import JobsAWS
import JobsCommand
import JobsCore
import JobsReport
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
      "A region of AWS whose resources are read; may be given several times. Without it all that the account uses.",
      valueName: "region"))
  var region: [String] = []

  @Option(
    help: ArgumentHelp(
      "Keep what --live reads in a file, which is an input like any other, and is judged as of when it was read.",
      valueName: "file"))
  var save: String?

  @Option(help: .impersonation) var impersonate: String?

  func validate() throws {
    if let wrong = region.first(where: { !AWSPartition.isRegion($0) }) {
      throw ValidationError("--region is a region of AWS such as eu-west-1, not '\(wrong)'")
    }
    let isOfAWS = live.contains { if case .aws = $0 { true } else { false } }
    if !region.isEmpty, !isOfAWS { throw ValidationError("--region is for --live aws") }
    guard live.isEmpty else { return }
    if save != nil { throw ValidationError("--save keeps what --live reads: say what to read") }
    if impersonate != nil { throw ValidationError("--impersonate is for --live gcp:…") }
  }

  /// Reads what is to be read.
  ///
  /// - Returns: the files that were named, and behind them what was read, if anything.
  func files(
    _ names: [String], showing output: OutputOptions<some OutputForms>, _ environment: [String: String]
  ) async throws(Failure) -> AuditFiles {
    let progress = try output.progress(environment)
    var files = AuditFiles(names: names, isInputNeeded: live.isEmpty, progress: progress)
    guard !live.isEmpty else { return files }
    let snapshot = try LiveSnapshot(saving: save, regions: region, progress: progress)
    defer { progress?.finish() }
    for place in live {
      try await snapshot.read(place, impersonating: GoogleConnection.chain(impersonate), environment)
    }
    files.inputs.append(try snapshot.end())
    return files
  }
}
