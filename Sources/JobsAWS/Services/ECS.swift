package import JobsCloud
import JobsCore

/// The Elastic Container Service: runs tasks of definitions that are there, in clusters that are there.
///
/// Source: the service's model of API version 2014-11-13 in botocore 1.44.5, 2026-11.
package struct ECS: Sendable {
  let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  static let target = "AmazonEC2ContainerServiceV20141113"

  // MARK: What is there

  /// - Parameter name: a family, which stands for its newest revision, `FAMILY:REVISION`, or an ARN.
  /// - Returns: nil where there is none.
  package func definition(_ name: String) async throws(CloudFailure) -> TaskDefinition? {
    let words = "read task definition '\(Terminal.visible(name))'"
    do throws(CloudFailure) {
      let tree = try await call(words, "DescribeTaskDefinition", Self.object(("taskDefinition", name)))
      guard let found = tree.value(Tree.root, "taskDefinition").flatMap({ TaskDefinition(tree, $0) }) else {
        throw client.strange(words, "its reply has no task definition")
      }
      return found
    } catch {
      // The service has no code of its own for one that is not there.
      if error.cause == .notFound || error.fault.code == "ClientException" { return nil }
      throw error
    }
  }

  /// Whether a cluster decides by itself on what its tasks run; nil where there is no such cluster.
  package func decidesCapacity(cluster: String) async throws(CloudFailure) -> Bool? {
    var json = JSONWriter()
    json.beginObject()
    json.key("clusters")
    json.beginArray()
    json.value(cluster)
    json.endArray()
    json.endObject()
    let tree = try await call("read cluster '\(Terminal.visible(cluster))'", "DescribeClusters", json.bytes)
    let found = tree.elements(Tree.root, "clusters").first { tree.words($0, "status") != "INACTIVE" }
    return found.map { !tree.elements($0, "defaultCapacityProviderStrategy").isEmpty }
  }

  // MARK: Running

  /// Starts a task, once: what is sent again has the same token, and a start whose answer gets lost is looked up.
  ///
  /// - Throws: a failure of `precondition` where the cluster has no room for it.
  package func run(_ request: ECSTask.Request) async throws(CloudFailure) -> ECSTask {
    switch await answer(request) {
    case .success(let task): return task
    case .failure(let failure):
      guard failure.mayBeDone, failure.cause != .cancelled else { throw failure }
      guard let begun = await begun(request) else { throw failure }
      return begun
    }
  }

  private func answer(_ request: ECSTask.Request) async -> Result<ECSTask, CloudFailure> {
    let words = "run task '\(request.family)' in cluster '\(request.cluster)'"
    do throws(CloudFailure) {
      let tree = try await call(words, "RunTask", request.body, secrets: request.change.secrets)
      if let task = tree.elements(Tree.root, "tasks").first.flatMap({ ECSTask(tree, $0) }) { return .success(task) }
      guard let failed = tree.elements(Tree.root, "failures").first else {
        let fault = CloudFault(.strangeAnswer, why: "its reply names no task")
        return .failure(CloudFailure(words, fault, attempts: 1, mayBeDone: true))
      }
      let parts = [tree.words(failed, "reason"), tree.words(failed, "detail")].compactMap { $0 }
      let why = ServerWords.clean(parts.joined(separator: ": "), hiding: request.change.secrets)
      let fault = CloudFault(
        .precondition, why: why.isEmpty ? "the cluster does not start it" : "the cluster does not start it: \(why)",
        hint: "look at what the cluster has room for")
      return .failure(CloudFailure(words, fault, attempts: 1))
    } catch {
      return .failure(error)
    }
  }

  /// Looks for what a start without an answer began; nil where nothing shows up in time.
  private func begun(_ request: ECSTask.Request) async -> ECSTask? {
    for pause in Self.looks {
      do { try await client.calls.clock.sleep(pause) } catch { return nil }
      var found: ECSTask?
      do throws(CloudFailure) {
        try await tasks(cluster: request.cluster, family: request.family) { page in
          found = page.first { $0.startedBy == request.startedBy }
          return found == nil
        }
      } catch {
        // While the service is in trouble, as it was before, nothing is found.
        continue
      }
      if let found { return found }
    }
    return nil
  }

  private static let looks: [Duration] = [.milliseconds(200), .seconds(1), .seconds(2), .seconds(4), .seconds(8)]

  /// Ends a task, by `SIGTERM` and half a minute later by `SIGKILL`; one that is over is no fault.
  package func stop(_ name: AWSExecutionName, reason: String) async throws(CloudFailure) {
    _ = try await call(
      "stop task '\(name.id)'", "StopTask",
      Self.object(("cluster", name.home), ("task", name.text), ("reason", String(reason.prefix(255)))))
  }

  // MARK: Following

  /// A task; nil where ECS does not know it, or not any more: an hour after its end.
  package func task(_ name: AWSExecutionName) async throws(CloudFailure) -> ECSTask? {
    try await described([name.text], cluster: name.home, "read task '\(name.id)'").first
  }

  /// The tasks of a cluster, page by page and in no order: those that run, and those that ended within the last hour.
  ///
  /// - Parameters:
  ///   - family: of one family alone; nil for all.
  ///   - page: takes a page, of a task at least; false for enough.
  package func tasks(
    cluster: String, family: String? = nil, _ page: ([ECSTask]) -> Bool
  ) async throws(CloudFailure) {
    let words = "list the tasks of cluster '\(Terminal.visible(cluster))'"
    for status in ["RUNNING", "STOPPED"] {
      var isEnough = false
      try await PageWalk(words).run { (token) async throws(CloudFailure) in
        var pairs = [("cluster", cluster), ("desiredStatus", status)]
        if let family { pairs.append(("family", family)) }
        if let token { pairs.append(("nextToken", token)) }
        let tree = try await call(words, "ListTasks", Self.object(pairs))
        let names = tree.elements(Tree.root, "taskArns").map { tree.string($0) }
        // As many as one description takes.
        for start in stride(from: 0, to: names.count, by: 100) {
          let tasks = try await described(
            Array(names[start..<min(start + 100, names.count)]), cluster: cluster, words)
          if !tasks.isEmpty, !page(tasks) {
            isEnough = true
            return nil
          }
        }
        return tree.words(Tree.root, "nextToken")
      }
      if isEnough { return }
    }
  }

  private func described(_ tasks: [String], cluster: String, _ words: String) async throws(CloudFailure) -> [ECSTask] {
    var json = JSONWriter()
    json.beginObject()
    json.member("cluster", cluster)
    json.member("tasks", tasks)
    json.endObject()
    let tree = try await call(words, "DescribeTasks", json.bytes)
    return tree.elements(Tree.root, "tasks").compactMap { ECSTask(tree, $0) }
  }

  // MARK: Calls

  /// All of them may be sent twice: a start has a token.
  private func call(
    _ words: String, _ action: String, _ body: [UInt8], secrets: [Secret] = []
  ) async throws(CloudFailure) -> Tree {
    try await client.send(
      words, target: "\(Self.target).\(action)", body: body, isIdempotent: true, secrets: secrets)
  }

  private static func object(_ pairs: (String, String)...) -> [UInt8] { object(pairs) }

  private static func object(_ pairs: [(String, String)]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for (key, value) in pairs {
      json.key(key)
      json.value(value)
    }
    json.endObject()
    return json.bytes
  }
}
