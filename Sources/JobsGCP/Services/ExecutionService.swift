package import JobsCloud
import JobsCore

/// The executions of Cloud Run jobs in one region of a project, and their tasks (discovery document run.v2, revision
/// 20261031).
package struct ExecutionService: Sendable {
  let client: GoogleClient
  let project: String
  let region: String

  package init(_ client: GoogleClient, project: String, region: String) {
    self.client = client
    self.project = project
    self.region = region
  }

  private func folder(_ job: String) -> String { "v2/projects/\(project)/locations/\(region)/jobs/\(job)" }

  private func path(_ name: CloudRunExecutionName) -> String { "\(folder(name.job))/executions/\(name.id)" }

  func words(_ verb: String, _ job: String) -> String {
    "\(verb) job '\(Terminal.visible(job))' of '\(project)' in '\(region)'"
  }

  private func words(_ verb: String, _ name: CloudRunExecutionName) -> String {
    "\(verb) execution '\(Terminal.visible(name.id))' of '\(name.project)' in '\(name.region)'"
  }

  // MARK: Read

  /// The job as it is deployed; nil where there is none.
  package func job(_ name: String) async throws(CloudFailure) -> DeployedCloudRunJob? {
    try await CloudRunService(client, project: project, region: region).job(name).map(DeployedCloudRunJob.init)
  }

  /// nil where there is none, or none any more.
  package func execution(_ name: CloudRunExecutionName) async throws(CloudFailure) -> CloudRunExecution? {
    let words = words("read", name)
    do throws(CloudFailure) {
      let tree = try await client.call(words, .get, .run, path(name), query: [("prettyPrint", "false")])
      guard let execution = CloudRunExecution(tree, Tree.root) else { throw Self.strange(words) }
      return execution
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// An execution with the first of its tasks that failed, which tells what it ended with; of many tasks not all are read.
  package func status(
    of name: CloudRunExecutionName
  ) async throws(CloudFailure) -> (execution: CloudRunExecution, failed: CloudRunTask?)? {
    guard let execution = try await execution(name) else { return nil }
    var failed: CloudRunTask?
    if execution.stage == .failed {
      try await tasks(of: name) { task in
        if task.isFailed { failed = task }
        return failed == nil
      }
    }
    return (execution, failed)
  }

  /// Executions, the newest first, as the service sorts them.
  ///
  /// - Parameters:
  ///   - job: nil for all jobs of the region.
  ///   - take: takes each; false for enough.
  package func list(
    job: String? = nil, _ take: (CloudRunExecution) -> Bool
  ) async throws(CloudFailure) {
    let words =
      job.map { self.words("list the executions of", $0) } ?? "list the executions of '\(project)' in '\(region)'"
    do throws(CloudFailure) {
      try await pages(words, "\(folder(job ?? "-"))/executions", key: "executions", size: Self.pageSize) { tree, node in
        CloudRunExecution(tree, node).map(take) ?? true
      }
    } catch  where job != nil && error.cause == .notFound {}
  }

  /// The tasks of an execution.
  ///
  /// - Parameter take: takes each; false for enough.
  package func tasks(
    of name: CloudRunExecutionName, _ take: (CloudRunTask) -> Bool
  ) async throws(CloudFailure) {
    try await pages(
      words("list the tasks of", name), "\(path(name))/tasks", key: "tasks", size: Self.pageSize
    ) { tree, node in take(CloudRunTask(tree, node)) }
  }

  /// As many as a page has at most; the service may give fewer.
  private static let pageSize = 1000

  private func pages(
    _ words: String, _ path: String, key: String, size: Int, _ take: (Tree, Tree.ID) -> Bool
  ) async throws(CloudFailure) {
    try await PageWalk(words).run { token throws(CloudFailure) in
      var query = [("pageSize", "\(size)"), ("prettyPrint", "false")]
      if let token { query.append(("pageToken", token)) }
      let page = try await client.call(words, .get, .run, path, query: query)
      if let list = page.value(Tree.root, key: key) {
        for element in page.children(list) where !take(page, element) { return nil }
      }
      return page.value(Tree.root, "nextPageToken").map(page.string)
    }
  }

  // MARK: Act

  /// Starts a job, once: where the answer is lost, the execution that it began is looked for.
  ///
  /// - Parameters:
  ///   - deployed: the job as it was read just before; what began later is what is looked through.
  ///   - mark: the value of `CloudRunExecution.markVariable` among the overrides, by which an execution is known; nil
  ///     where there is none, and it is told by time and by who asked.
  /// - Throws: a failure with `mayBeDone` where it is not known whether it began.
  package func start(
    _ name: String, _ overrides: CloudRunOverrides, after deployed: DeployedCloudRunJob, mark: String?
  ) async throws(CloudFailure) -> CloudRunExecution {
    switch await answer(name, overrides) {
    case .success(let execution): return execution
    case .failure(let failure):
      guard failure.mayBeDone, failure.cause != .cancelled else { throw failure }
      guard let begun = try await begun(name, after: deployed, mark: mark, because: failure) else { throw failure }
      return begun
    }
  }

  private func answer(_ name: String, _ overrides: CloudRunOverrides) async -> Result<CloudRunExecution, CloudFailure> {
    let words = words("run", name)
    let secrets = overrides.variables.map { Secret($0.value) }
    do throws(CloudFailure) {
      let operation = try await client.call(
        words, .post, .run, "\(folder(name)):run", query: [("prettyPrint", "false")], body: overrides.body,
        secrets: secrets)
      let metadata = operation.value(Tree.root, "metadata")
      if let execution = metadata.flatMap({ CloudRunExecution(operation, $0) }) { return .success(execution) }
      let fault = CloudFault(.strangeAnswer, why: "the answer names no execution")
      return .failure(CloudFailure(words, fault, attempts: 1, mayBeDone: true))
    } catch {
      return .failure(error)
    }
  }

  /// Looks for what a start without an answer began; nil where nothing shows up in time.
  private func begun(
    _ name: String, after deployed: DeployedCloudRunJob, mark: String?, because failure: CloudFailure
  ) async throws(CloudFailure) -> CloudRunExecution? {
    for pause in Self.looks {
      do {
        try await client.client.clock.sleep(pause)
      } catch {
        return nil
      }
      // While the service is in trouble, as it was before, nothing is found.
      let found = await executions(of: name, after: deployed, mark: mark)
      if found.count > 1 {
        var fault = failure.fault
        let names = found.prefix(3).map { "'\($0.id)'" }.joined(separator: ", ")
        fault.hint = "the answer got lost, and several executions began meanwhile: \(names)"
        throw CloudFailure(failure.call, fault, attempts: failure.attempts, mayBeDone: true)
      }
      if let first = found.first { return first }
    }
    return nil
  }

  /// The executions that may be the one that was started; none where they cannot be read.
  private func executions(
    of name: String, after deployed: DeployedCloudRunJob, mark: String?
  ) async -> [CloudRunExecution] {
    var found: [CloudRunExecution] = []
    do throws(CloudFailure) {
      try await list(job: name) { execution in
        guard isLater(execution, deployed) else { return false }
        if isOurs(execution, mark: mark) { found.append(execution) }
        return true
      }
      return found
    } catch {
      return []
    }
  }

  /// Waits before the looks for an execution whose start was not answered.
  private static let looks: [Duration] = [.milliseconds(200), .seconds(1), .seconds(2), .seconds(4), .seconds(8)]

  private func isLater(_ execution: CloudRunExecution, _ deployed: DeployedCloudRunJob) -> Bool {
    guard let latest = deployed.latest else { return true }
    if execution.id == latest.id { return false }
    guard let created = execution.created, let before = latest.created else { return true }
    return created >= before
  }

  private func isOurs(_ execution: CloudRunExecution, mark: String?) -> Bool {
    if let mark { return execution.mark == mark }
    guard let identity = client.identity, let creator = execution.creator, !creator.isEmpty else { return true }
    return identity == creator
  }

  /// Asks an execution to end; one that is over already is no fault.
  package func cancel(_ name: CloudRunExecutionName) async throws(CloudFailure) {
    do throws(CloudFailure) {
      _ = try await client.call(
        words("cancel", name), .post, .run, "\(path(name)):cancel", body: Array("{}".utf8), isIdempotent: true)
    } catch  where error.cause == .precondition {
      guard let execution = try await execution(name), execution.isOver else { throw error }
    }
  }

  private static func strange(_ words: String) -> CloudFailure {
    CloudFailure(words, CloudFault(.strangeAnswer, why: "the answer is no execution"))
  }
}
