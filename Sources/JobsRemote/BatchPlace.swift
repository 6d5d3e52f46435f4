package import JobsAWS
package import JobsCloud
package import JobsCore
import JobsExec
package import JobsStore

/// Jobs of AWS Batch in one region of an account, of definitions and in queues that are there.
package struct BatchPlace: RemotePlace {
  private let account: String
  private let region: String
  private let batch: Batch
  private let logs: CloudWatchLogs

  package init(_ session: AWSSession, account: String, region: String) throws(Failure) {
    self.account = account
    self.region = region
    batch = Batch(try session.client(.batch, region: region))
    logs = CloudWatchLogs(try session.client(.logs, region: region))
  }

  package var backend: String { "aws.batch" }

  package var words: String { "Batch of account '\(account)' in '\(region)'" }

  // MARK: Start

  package func start(_ request: RemoteRequest, mark: ULID) async throws(CloudFailure) -> RemoteStart {
    let terms = request.terms
    let words = "run job '\(Terminal.visible(request.name))' of account '\(account)' in '\(region)'"
    guard let queue = terms.queue else {
      throw CloudFailure(
        words,
        CloudFault(
          .precondition, why: "its manifest names no queue",
          hint: "name one by the annotation '\(AWSTerms.Key.queue.rawValue)'"))
    }
    guard let definition = try await batch.definition(terms.definition) else {
      throw CloudFailure(
        words,
        CloudFault(
          .notFound, why: "there is no job definition '\(Terminal.visible(terms.definition))'",
          hint: "register it, or name another by the annotation '\(AWSTerms.Key.jobDefinition.rawValue)'"))
    }
    var asked = BatchJob.Request(
      name: request.name, queue: queue, definition: definition.arn, mark: mark.description)
    // An array has two jobs at least; one of one is a job alone.
    asked.tasks = request.tasks.flatMap { $0 > 1 ? $0 : nil }
    asked.timeout = request.timeout
    if let command = definition.command {
      var change = ContainerChange()
      change.command = request.command(over: command)
      change.set(BatchJob.markVariable, mark.description)
      for variable in request.variables { change.set(variable.name, variable.value) }
      asked.change = change
    } else if request.command(over: []) != nil || !request.variables.isEmpty {
      throw CloudFailure(
        words,
        CloudFault(
          .precondition, why: "its definition has more than one container, which are not changed from here",
          hint: "leave --arg and --set-env out, and 'args' and 'env' of the manifest"))
    }
    let name = try await batch.submit(asked)
    return RemoteStart(
      execution: name.text, logsURL: Self.logsURL(name), notes: request.notes(image: definition.image))
  }

  static func logsURL(_ name: AWSExecutionName) -> String {
    "https://\(name.region).console.aws.amazon.com/batch/home?region=\(name.region)#jobs/detail/\(name.id)"
  }

  // MARK: Follow

  package func look(at execution: String) async throws(CloudFailure) -> RemoteLook? {
    guard let job = try await batch.jobs([AWSExecutionName(execution, of: .batch).id]).first else { return nil }
    return RemoteLook(job, failed: try await firstFailed(of: job))
  }

  /// The first job of an array that failed; nil where none did.
  private func firstFailed(of job: BatchJob) async throws(CloudFailure) -> BatchJob? {
    guard job.size != nil, job.status == .failed else { return nil }
    var failed: BatchJob?
    try await batch.children(of: job.name.id, .failed) { page in
      failed = page.first
      return false
    }
    guard let failed else { return nil }
    return try await batch.jobs([failed.name.id]).first ?? failed
  }

  /// What a job wrote; of an array what all of its jobs did, one after the other.
  package func lines(
    of execution: String, from: Instant?, _ take: ([RemoteLine]) -> Bool
  ) async throws(CloudFailure) {
    guard let job = try await batch.jobs([AWSExecutionName(execution, of: .batch).id]).first else { return }
    for (group, streams) in try await streams(of: job) {
      for start in stride(from: 0, to: streams.count, by: 100) {
        var goesOn = true
        let query = CloudWatchLogs.Query(
          group: group, streams: Array(streams[start..<min(start + 100, streams.count)]), from: from)
        try await logs.events(query) { (page) throws(CloudFailure) in
          goesOn = take(page.map { RemoteLine($0) })
          return goesOn
        }
        guard goesOn else { return }
      }
    }
  }

  /// The streams of a job, or of all jobs of an array that have begun, by their groups.
  private func streams(of job: BatchJob) async throws(CloudFailure) -> [(group: String, streams: [String])] {
    var jobs = [job]
    if job.size != nil {
      var ids: [String] = []
      for status in [BatchJob.Status.running, .succeeded, .failed] {
        try await batch.children(of: job.name.id, status) { page in
          ids += page.map(\.name.id)
          return true
        }
      }
      jobs = try await batch.jobs(ids)
    }
    let writing = jobs.compactMap { job in job.logStream.map { (group: job.logGroup, stream: $0) } }
    return Dictionary(grouping: writing, by: \.group).sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.map(\.stream))
    }
  }

  package func lastLines(of execution: String, _ take: ([RemoteLine]) -> Bool) async throws(CloudFailure) {
    guard let job = try await batch.jobs([AWSExecutionName(execution, of: .batch).id]).first else { return }
    if job.size == nil {
      guard let stream = job.logStream else { return }
      return try await logs.lastEvents(group: job.logGroup, stream: stream) { take($0.map { RemoteLine($0) }) }
    }
    var all: [RemoteLine] = []
    try await lines(of: execution, from: nil) { page in
      all += page
      return true
    }
    if !all.isEmpty { _ = take(all.sorted { $0.time > $1.time }) }
  }

  package func cancel(_ execution: String) async throws(CloudFailure) {
    try await batch.terminate(AWSExecutionName(execution, of: .batch).id, reason: "cancelled by jobs-run")
  }
}
