package import JobsCore
package import JobsManifest

/// A place of a cloud that could not be read while others could: which, and why.
package struct PlaceFault: Sendable {
  /// `gcp.run/acme-prod/europe-west1`
  private let place: String
  private let failure: Failure
  /// Where a job of that place was read, by which a record points at a line.
  private let origin: Origin?
  private let environments: [String]

  /// - Parameter jobs: those that are in the place.
  package init(_ place: String, _ failure: Failure, jobs: [Job]) {
    self.place = place
    self.failure = failure
    origin = jobs.first?.origin
    environments = Set(jobs.compactMap(\.env)).sorted()
  }

  /// `'gcp.run/acme-prod/europe-west1' could not be read: …`
  package var message: String { "'\(place)' could not be read: \(failure.message)" }

  fileprivate var diagnostic: Diagnostic {
    Diagnostic(
      code: UnreadPlace.info.code, severity: UnreadPlace.info.severity, message: message,
      location: Location(
        file: origin?.file ?? "-", line: origin?.line ?? 1, column: origin?.column ?? 1, endLine: origin?.line ?? 1,
        endColumn: origin?.column ?? 1), environments: environments, hint: failure.hint)
  }

  /// What they come to where nothing is left to be shown.
  ///
  /// - Parameter lack: what is missing for it: `no run 'x' is known`; nil where no place could be read.
  package static func failure(_ faults: [PlaceFault], lack: String? = nil) -> Failure {
    if lack == nil, faults.count == 1 { return faults[0].failure }
    let places = faults.map(\.message).joined(separator: "; ")
    return Failure(
      lack == nil ? .world : .partial, "\(lack.map { "\($0), and " } ?? "")\(places)",
      hint: faults.lazy.compactMap(\.failure.hint).first)
  }
}

extension RecordSink {
  /// Names the places that could not be read, in records and in words: who sees the others shall not take them for all.
  package func tell(_ faults: [PlaceFault], isQuiet: Bool) {
    for fault in faults {
      let diagnostic = fault.diagnostic
      emit("diagnostic") { diagnostic.write(to: &$0) }
      guard !isQuiet || isHuman else { continue }
      Entry.say(tool, diagnostic.message, hint: diagnostic.hint)
    }
  }
}
