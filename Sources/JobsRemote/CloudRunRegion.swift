package import JobsCloud
import JobsCore
package import JobsGCP
package import JobsStore

/// The executions of known jobs in Cloud Run, in one region of a project.
package struct CloudRunRegion: RemoteRegion {
  private let project: String
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

  package func executions(_ query: RunHistory.Query, limit: Int?) async throws(CloudFailure) -> [Execution] {
    let job = query.job.flatMap { id in jobs.values.first { $0.id == id }?.name }
    if query.job != nil, job == nil { return [] }
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

  /// One call a page, however many jobs there are.
  package func latest() async throws(CloudFailure) -> [String: Execution] {
    var latest: [String: Execution] = [:]
    try await services.list { tree, node in
      guard let last = LatestCloudRunExecution(tree, node), let known = jobs[last.name.job] else { return }
      latest[known.id] = Execution(last, of: known)
    }
    return latest
  }

  /// - Parameter id: `report-x7k2p`.
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

  package func holds(_ row: Execution) -> Bool {
    let name = row.remote.flatMap(CloudRunExecutionName.init)
    return name?.project == project && name?.region == region
  }

  package func refreshed(_ row: Execution) async throws(CloudFailure) -> Execution? {
    guard let name = row.remote.flatMap(CloudRunExecutionName.init),
      let found = try await executions.status(of: name)
    else { return nil }
    var row = row
    row.update(found.execution, found.failed)
    return row
  }
}
