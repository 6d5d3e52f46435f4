package import JobsCloud
package import JobsCore
package import JobsStore

/// Where in a cloud jobs run: a service of it, in one region of one project or account.
package protocol RemotePlace: Sendable {
  /// How the record of an execution names the service: `gcp.run`.
  var backend: String { get }

  /// In words: `Cloud Run of 'acme-prod' in 'europe-west1'`.
  var words: String { get }

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

  /// Asks an execution to end. One that is over is no fault.
  func cancel(_ execution: String) async throws(CloudFailure)
}
