package import JobsCloud
package import JobsCore
import JobsExec
package import JobsGCP
package import JobsStore

/// Cloud Run in one region of a project.
package struct CloudRunPlace: RemotePlace {
  private let project: String
  private let region: String
  private let executions: ExecutionService
  private let logs: LoggingService

  package init(_ client: GoogleClient, project: String, region: String) {
    self.project = project
    self.region = region
    executions = ExecutionService(client, project: project, region: region)
    logs = LoggingService(client, project: project)
  }

  package var backend: String { "gcp.run" }

  package var words: String { "Cloud Run of '\(project)' in '\(region)'" }

  // MARK: Start

  package func start(_ request: RemoteRequest, mark: ULID) async throws(CloudFailure) -> RemoteStart {
    guard let job = try await executions.job(request.name) else {
      throw CloudFailure(
        "run job '\(Terminal.visible(request.name))' of '\(project)' in '\(region)'",
        CloudFault(.notFound, why: "it is not deployed there", hint: "'jobs-deploy apply' deploys it"))
    }
    var notes: [String] = []
    if !request.digest.isEmpty, job.isDeployed(from: request.digest) == false {
      notes.append("it runs as it is deployed, which is not as its manifest is now; 'jobs-deploy plan' shows how it differs")
    }
    let execution = try await start(request, job, mark, &notes)
    return RemoteStart(execution: execution.name, logsURL: execution.logsURL, notes: notes)
  }

  /// With our id among its variables, by which a start without an answer is found. Who may start jobs, and not change how
  /// they run, starts them without it.
  private func start(
    _ request: RemoteRequest, _ job: DeployedCloudRunJob, _ mark: ULID, _ notes: inout [String]
  ) async throws(CloudFailure) -> CloudRunExecution {
    do throws(CloudFailure) {
      return try await executions.start(
        request.name, Self.overrides(request, job, mark), after: job, mark: mark.description)
    } catch {
      guard !request.changesJob, !error.mayBeDone, case .missingPermission(let permission) = error.cause,
        permission == nil || permission == "run.jobs.runWithOverrides"
      else { throw error }
      return try await executions.start(request.name, CloudRunOverrides(), after: job, mark: nil)
    }
  }

  static func overrides(_ request: RemoteRequest, _ job: DeployedCloudRunJob, _ mark: ULID) -> CloudRunOverrides {
    var overrides = CloudRunOverrides()
    overrides.container = job.container
    // Overrides stand in place of the job's own words.
    if !request.arguments.isEmpty { overrides.args = job.args + request.arguments }
    overrides.set(CloudRunExecution.markVariable, mark.description)
    for variable in request.variables { overrides.set(variable.name, variable.value) }
    overrides.tasks = request.tasks
    overrides.timeout = request.timeout
    return overrides
  }

  // MARK: Follow

  package func look(at execution: String) async throws(CloudFailure) -> RemoteLook? {
    guard let status = try await executions.status(of: Self.name(execution)) else { return nil }
    return RemoteLook(status.execution, status.failed)
  }

  package func lines(
    of execution: String, from: Instant?, _ take: ([RemoteLine]) -> Bool
  ) async throws(CloudFailure) {
    let name = try Self.name(execution)
    let query = LoggingService.Query(region: name.region, job: name.job, execution: name.id, from: from)
    try await logs.entries(query) { take($0.map(RemoteLine.init)) }
  }

  /// What an execution wrote, the newest first.
  ///
  /// - Parameter take: takes a page; false for enough.
  package func lastLines(of execution: String, _ take: ([RemoteLine]) -> Bool) async throws(CloudFailure) {
    let name = try Self.name(execution)
    var query = LoggingService.Query(region: name.region, job: name.job, execution: name.id)
    query.isNewestFirst = true
    try await logs.entries(query) { take($0.map(RemoteLine.init)) }
  }

  package func cancel(_ execution: String) async throws(CloudFailure) {
    try await executions.cancel(Self.name(execution))
  }

  private static func name(_ execution: String) throws(CloudFailure) -> CloudRunExecutionName {
    guard let name = CloudRunExecutionName(execution) else {
      throw CloudFailure(
        "find execution '\(Terminal.visible(execution))'", CloudFault(.invalid([]), why: "it is no name of Cloud Run's"))
    }
    return name
  }
}

extension RemoteLine {
  init(_ entry: LogEntry) {
    self.init(id: entry.key.insertID, time: entry.time, stream: entry.isError ? .stderr : .stdout, text: entry.text)
  }
}
