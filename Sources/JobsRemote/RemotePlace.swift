package import JobsCloud
package import JobsCore
package import JobsStore

/// Where in a cloud jobs run: a service of it, in one region of one project or account.
package protocol RemotePlace: Sendable {
  /// How the record of an execution names the service: `gcp.run`.
  var backend: String { get }

  /// In words: `Cloud Run of 'acme-prod' in 'europe-west1'`.
  var words: String { get }

  /// Whether a start is answered only when the run is over; who waits for it meanwhile cannot end it.
  var answersAtEnd: Bool { get }

  /// Starts a job, at most once.
  ///
  /// - Parameter mark: our own id of the execution, which the job finds among its variables.
  /// - Throws: a failure with `mayBeDone` where it is not known whether it began.
  func start(_ request: RemoteRequest, mark: ULID) async throws(CloudFailure) -> RemoteStart

  /// How an execution stands; nil where the cloud does not know it, or not any more.
  ///
  /// - Parameter execution: as `RemoteStart` names it.
  func look(at execution: String) async throws(CloudFailure) -> RemoteLook?

  /// What an execution wrote, in the order of times, a page after the other.
  ///
  /// - Parameters:
  ///   - from: only from this time on; nil for all.
  ///   - take: takes a page; false for enough.
  func lines(
    of execution: String, from: Instant?, _ take: ([RemoteLine]) -> Bool
  ) async throws(CloudFailure)

  /// What an execution wrote, the newest first.
  ///
  /// - Parameter take: takes a page; false for enough.
  func lastLines(of execution: String, _ take: ([RemoteLine]) -> Bool) async throws(CloudFailure)

  /// Asks an execution to end. One that is over is no fault.
  func cancel(_ execution: String) async throws(CloudFailure)
}

extension RemotePlace {
  package var answersAtEnd: Bool { false }

  /// All of it, turned round, for a service that reads forward alone.
  package func lastLines(of execution: String, _ take: ([RemoteLine]) -> Bool) async throws(CloudFailure) {
    var all: [RemoteLine] = []
    try await lines(of: execution, from: nil) { page in
      all += page
      return true
    }
    if !all.isEmpty { _ = take(all.reversed()) }
  }
}
