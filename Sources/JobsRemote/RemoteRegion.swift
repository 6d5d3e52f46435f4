package import JobsCloud
import JobsCore
package import JobsGCP
package import JobsStore

/// The executions of known jobs in Cloud Run, in one region of a project.
package struct RemoteRegion: Sendable {
  package let project: String
  package let region: String
  private let jobs: [String: KnownRemoteJob]
  private let executions: ExecutionService
  private let services: CloudRunService

  package init(_ client: GoogleClient, project: String, region: String, jobs: [KnownRemoteJob]) {
    self.project = project
    self.region = region
    self.jobs = Dictionary(jobs.map { ($0.name, $0) }) { first, _ in first }
    executions = ExecutionService(client, project: project, region: region)
    services = CloudRunService(client, project: project, region: region)
  }

  /// Executions that a query chooses, the newest first; those of jobs that are in no manifest are passed over.
  ///
  /// - Parameters:
  ///   - job: by its name in the cloud; nil for all.
  ///   - limit: the most that are wanted; nil for all. `RunHistory.Query.limit` is not looked at.
  package func executions(
    _ query: RunHistory.Query, job: String?, limit: Int?
  ) async throws(CloudFailure) -> [Execution] {
    if let job, jobs[job] == nil { return [] }
    var found: [Execution] = []
    try await executions.list(job: job) { execution in
      guard let name = CloudRunExecutionName(execution.name), let known = jobs[name.job] else { return true }
      let row = Execution(execution, of: known)
      // The service sorts by time, and so nothing older follows that is wanted.
      if let since = query.since, row.created < since { return false }
      if query.chooses(row) { found.append(row) }
      return limit.map { found.count < $0 } ?? true
    }
    return found
  }

  /// The last execution of each job, by the jobs' ids: one call a page, however many jobs there are.
  package func latest() async throws(CloudFailure) -> [String: Execution] {
    var latest: [String: Execution] = [:]
    try await services.list { tree, node in
      guard let last = LatestCloudRunExecution(tree, node), let known = jobs[last.name.job] else { return }
      latest[known.id] = Execution(last, of: known)
    }
    return latest
  }

  /// An execution by what the cloud calls it, `report-x7k2p`; nil where no known job has it.
  package func execution(called id: String) async throws(CloudFailure) -> Execution? {
    // An execution's name is that of its job, and a word behind it.
    for (name, known) in jobs.sorted(by: { $0.key < $1.key }) where id.hasPrefix("\(name)-") {
      guard
        let full = CloudRunExecutionName("projects/\(project)/locations/\(region)/jobs/\(name)/executions/\(id)"),
        let found = try await executions.status(of: full)
      else { continue }
      return Execution(found.execution, of: known, failed: found.failed)
    }
    return nil
  }

  /// Whether an execution is in this region.
  package func holds(_ row: Execution) -> Bool {
    let name = row.remote.flatMap(CloudRunExecutionName.init)
    return name?.project == project && name?.region == region
  }

  /// A row of an execution here, as its cloud tells it now; nil where the cloud does not know it any more.
  package func refreshed(_ row: Execution) async throws(CloudFailure) -> Execution? {
    guard let name = row.remote.flatMap(CloudRunExecutionName.init),
      let found = try await executions.status(of: name)
    else { return nil }
    var row = row
    row.update(found.execution, found.failed)
    return row
  }
}
