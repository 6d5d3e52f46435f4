package import JobsAWS
package import JobsCloud
package import JobsCore
package import JobsStore

/// The executions of known jobs in one cluster of ECS, which knows a task for an hour after its end.
package struct TaskRegion: RemoteRegion {
  private let account: String
  package let region: String
  private let cluster: String
  /// By the families of their task definitions.
  private let jobs: [String: KnownRemoteJob]
  private let ecs: ECS
  private let place: TaskPlace

  package init(
    _ session: AWSSession, account: String, region: String, cluster: String, jobs: [KnownRemoteJob]
  ) throws(Failure) {
    self.account = account
    self.region = region
    self.cluster = cluster
    self.jobs = Dictionary(jobs.map { (TaskDefinition.family(of: $0.name), $0) }) { first, _ in first }
    ecs = ECS(try session.client(.ecs, region: region))
    place = try TaskPlace(session, account: account, region: region)
  }

  package func executions(_ query: RunHistory.Query, limit: Int?) async throws(CloudFailure) -> [Execution] {
    let family = query.job.flatMap { id in jobs.first { $0.value.id == id }?.key }
    if query.job != nil, family == nil { return [] }
    let found = try await rows(family).filter { query.chooses($0) }.sorted { query.puts($0, before: $1) }
    return limit.map { Array(found.prefix($0)) } ?? found
  }

  package func latest() async throws(CloudFailure) -> [String: Execution] {
    Dictionary(try await rows(nil).map { ($0.job, $0) }) { $0.created >= $1.created ? $0 : $1 }
  }

  /// The tasks of known jobs, in no order; a cluster that is not there has none.
  private func rows(_ family: String?) async throws(CloudFailure) -> [Execution] {
    var rows: [Execution] = []
    do throws(CloudFailure) {
      try await ecs.tasks(cluster: cluster, family: family) { page in
        rows += page.compactMap { row($0) }
        return true
      }
    } catch {
      guard error.cause == .notFound else { throw error }
    }
    return rows
  }

  package func execution(called id: String) async throws(CloudFailure) -> Execution? {
    guard let name = AWSExecutionName("arn:aws:ecs:\(region):\(account):task/\(cluster)/\(id)") else { return nil }
    do throws(CloudFailure) {
      return try await ecs.task(name).flatMap { row($0) }
    } catch {
      // What is no id of a task is refused.
      switch error.cause {
      case .notFound, .invalid: return nil
      default: throw error
      }
    }
  }

  package func holds(_ row: Execution) -> Bool {
    let name = row.remote.flatMap { AWSExecutionName($0) }
    return name?.service == .ecs && name?.region == region && name?.account == account && name?.home == cluster
  }

  package func refreshed(_ row: Execution) async throws(CloudFailure) -> Execution? {
    guard let name = row.remote, let look = try await place.look(at: name) else { return nil }
    var row = row
    row.update(look, now: .now())
    return row
  }

  /// nil for a task of another job.
  private func row(_ task: ECSTask) -> Execution? {
    guard let job = jobs[task.family] else { return nil }
    return Execution(
      task.name, of: job, backend: place.backend, created: task.created, trigger: Self.trigger(task),
      logsURL: TaskPlace.logsURL(task.name), RemoteLook(task))
  }

  /// Schedules of EventBridge name themselves as who starts a task (`chronos-schedule/…`, `events-rule/…`).
  private static func trigger(_ task: ECSTask) -> String {
    let who = task.startedBy ?? ""
    return who.hasPrefix("chronos-schedule/") || who.hasPrefix("events-rule/") ? "schedule" : "manual"
  }
}
