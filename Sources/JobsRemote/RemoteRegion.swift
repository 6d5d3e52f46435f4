package import JobsCloud
package import JobsStore

/// Where in a cloud executions of known jobs are looked for: a service of it, in one region of one project or account.
package protocol RemoteRegion: Sendable {
  /// `europe-west1`, `eu-west-1`.
  var region: String { get }

  /// Executions that a query chooses; those of jobs that are in no manifest are passed over.
  ///
  /// - Parameter limit: the most that are wanted, the newest of all; nil for all. `RunHistory.Query.limit` is not looked at.
  func executions(_ query: RunHistory.Query, limit: Int?) async throws(CloudFailure) -> [Execution]

  /// The last execution of each job, by the jobs' ids.
  func latest() async throws(CloudFailure) -> [String: Execution]

  /// An execution by what the cloud calls it; nil where no known job has it.
  func execution(called id: String) async throws(CloudFailure) -> Execution?

  /// Whether an execution is in this region.
  func holds(_ row: Execution) -> Bool

  /// A row of an execution here, as its cloud tells it now; nil where the cloud does not know it any more.
  func refreshed(_ row: Execution) async throws(CloudFailure) -> Execution?
}
