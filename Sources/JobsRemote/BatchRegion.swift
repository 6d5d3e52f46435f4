package import JobsAWS
package import JobsCloud
package import JobsCore
package import JobsStore

/// The executions of known jobs in one queue of AWS Batch, which knows a job for a week after its end.
package struct BatchRegion: RemoteRegion {
  private let account: String
  package let region: String
  private let queue: String
  /// By the names of their job definitions.
  private let jobs: [String: KnownRemoteJob]
  private let batch: Batch
  private let place: BatchPlace

  package init(
    _ session: AWSSession, account: String, region: String, queue: String, jobs: [KnownRemoteJob]
  ) throws(Failure) {
    self.account = account
    self.region = region
    self.queue = queue
    self.jobs = Dictionary(jobs.map { (BatchDefinition.name(of: $0.name), $0) }) { first, _ in first }
    batch = Batch(try session.client(.batch, region: region))
    place = try BatchPlace(session, account: account, region: region)
  }

  package func executions(_ query: RunHistory.Query, limit: Int?) async throws(CloudFailure) -> [Execution] {
    if let id = query.job, !jobs.values.contains(where: { $0.id == id }) { return [] }
    var found: [Execution] = []
    try await batch.list(queue: queue, .since(Instant(milliseconds: query.since ?? 0))) { page in
      // The newest come first.
      found += page.compactMap { row($0) }.filter { query.chooses($0) }
      return limit.map { found.count < $0 } ?? true
    }
    return found
  }

  package func latest() async throws(CloudFailure) -> [String: Execution] {
    Dictionary(try await executions(RunHistory.Query(), limit: nil).map { ($0.job, $0) }) {
      $0.created >= $1.created ? $0 : $1
    }
  }

  package func execution(called id: String) async throws(CloudFailure) -> Execution? {
    guard let name = AWSExecutionName("arn:aws:batch:\(region):\(account):job/\(id)"),
      let job = try await batch.jobs([name.id]).first, let found = row(job)
    else { return nil }
    return try await refreshed(found)
  }

  package func holds(_ row: Execution) -> Bool {
    let name = row.remote.flatMap { AWSExecutionName($0) }
    return name?.service == .batch && name?.region == region && name?.account == account
  }

  package func refreshed(_ row: Execution) async throws(CloudFailure) -> Execution? {
    guard let name = row.remote, let look = try await place.look(at: name) else { return nil }
    var row = row
    row.update(look, now: .now())
    return row
  }

  /// nil for a job of something else.
  private func row(_ job: BatchJob) -> Execution? {
    let name = job.definition.isEmpty ? job.jobName : BatchDefinition.name(of: job.definition)
    guard let known = jobs[name] else { return nil }
    return Execution(
      job.name, of: known, backend: place.backend, created: job.created, trigger: "manual",
      logsURL: BatchPlace.logsURL(job.name), RemoteLook(job))
  }
}
