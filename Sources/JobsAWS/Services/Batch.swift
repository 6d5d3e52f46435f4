package import JobsCloud
package import JobsCore

/// AWS Batch: runs jobs of definitions that are there, in queues that are there.
///
/// Source: the service's model of API version 2016-08-10 in botocore 1.44.5, 2026-11.
package struct Batch: Sendable {
  let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  // MARK: What is there

  /// - Parameter name: a name, which stands for its newest revision, `NAME:REVISION`, or an ARN.
  /// - Returns: nil where there is none.
  package func definition(_ name: String) async throws(CloudFailure) -> BatchDefinition? {
    let words = "read job definition '\(Terminal.visible(name))'"
    let isExact = name.contains(":")
    var newest: BatchDefinition?
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await call(words, "describejobdefinitions") { json in
        if isExact {
          json.key("jobDefinitions")
          json.beginArray()
          json.value(name)
          json.endArray()
        } else {
          json.member("jobDefinitionName", name)
          json.member("status", "ACTIVE")
        }
        json.optional("nextToken", token)
      }
      for item in tree.elements(Tree.root, "jobDefinitions") {
        guard let found = BatchDefinition(tree, item), found.name == BatchDefinition.name(of: name) else { continue }
        if found.revision > newest?.revision ?? -1 { newest = found }
      }
      return tree.words(Tree.root, "nextToken")
    }
    return newest
  }

  // MARK: Running

  /// Starts a job, once: Batch has no token for it, and so nothing is sent twice; a start whose answer gets lost is looked up.
  package func submit(_ request: BatchJob.Request) async throws(CloudFailure) -> AWSExecutionName {
    switch await answer(request) {
    case .success(let name): return name
    case .failure(let failure):
      guard failure.mayBeDone, failure.cause != .cancelled, request.change != nil else { throw failure }
      guard let begun = await begun(request) else { throw failure }
      return begun.name
    }
  }

  private func answer(_ request: BatchJob.Request) async -> Result<AWSExecutionName, CloudFailure> {
    let words = "submit job '\(request.name)' to queue '\(request.queue)'"
    do throws(CloudFailure) {
      let tree = try await client.send(
        words,
        AWSClient.REST(
          method: .post, path: ["v1", "submitjob"], body: request.body, isIdempotent: false,
          secrets: request.change?.secrets ?? []))
      if let name = tree.words(Tree.root, "jobArn").flatMap({ AWSExecutionName($0) }) { return .success(name) }
      let fault = CloudFault(.strangeAnswer, why: "its reply names no job")
      return .failure(CloudFailure(words, fault, attempts: 1, mayBeDone: true))
    } catch {
      return .failure(error)
    }
  }

  /// Looks for what a start without an answer began; nil where nothing shows up in time.
  private func begun(_ request: BatchJob.Request) async -> BatchJob? {
    for pause in Self.looks {
      do { try await client.calls.clock.sleep(pause) } catch { return nil }
      do throws(CloudFailure) {
        var recent: [String] = []
        try await list(queue: request.queue, .called(request.name)) { page in
          recent += page.map(\.name.id)
          // The newest come first.
          return recent.count < 100
        }
        if let found = try await jobs(recent).first(where: { $0.mark == request.mark }) { return found }
      } catch {
        // While the service is in trouble, as it was before, nothing is found.
        continue
      }
    }
    return nil
  }

  private static let looks: [Duration] = [.milliseconds(200), .seconds(1), .seconds(2), .seconds(4), .seconds(8)]

  /// Ends a job, or takes it from its queue; one that is over is no fault.
  package func terminate(_ id: String, reason: String) async throws(CloudFailure) {
    _ = try await call("end job '\(id)'", "terminatejob") { json in
      json.member("jobId", id)
      json.member("reason", reason)
    }
  }

  // MARK: Following

  /// Jobs by their ids; those that Batch does not know, or not any more, are left out.
  package func jobs(_ ids: [String]) async throws(CloudFailure) -> [BatchJob] {
    var jobs: [BatchJob] = []
    for start in stride(from: 0, to: ids.count, by: 100) {
      let words = ids.count == 1 ? "read job '\(Terminal.visible(ids[0]))'" : "read \(ids.count) jobs"
      let tree = try await call(words, "describejobs") { json in
        json.key("jobs")
        json.beginArray()
        for id in ids[start..<min(start + 100, ids.count)] { json.value(id) }
        json.endArray()
      }
      jobs += tree.elements(Tree.root, "jobs").compactMap { BatchJob(tree, $0) }
    }
    return jobs
  }

  /// Which jobs of a queue are listed.
  package enum Choice: Hashable, Sendable {
    /// Those of a name.
    case called(String)
    /// Those that were submitted since a time.
    case since(Instant)
  }

  /// The jobs of a queue in any state, the newest first and page by page; those of arrays count as one. There are none in a
  /// queue that is not there.
  ///
  /// - Parameter page: takes a page, of a job at least; false for enough.
  package func list(
    queue: String, _ choice: Choice, _ page: ([BatchJob]) -> Bool
  ) async throws(CloudFailure) {
    do throws(CloudFailure) {
      try await listThere(queue: queue, choice, page)
    } catch {
      // The service has no code of its own for it.
      guard error.fault.code == "ClientException", error.fault.why.contains("does not exist") else { throw error }
    }
  }

  private func listThere(
    queue: String, _ choice: Choice, _ page: ([BatchJob]) -> Bool
  ) async throws(CloudFailure) {
    let words = "list the jobs of queue '\(Terminal.visible(queue))'"
    try await pages(words, page) { json in
      json.member("jobQueue", queue)
      json.key("filters")
      json.beginArray()
      json.beginObject()
      json.key("name")
      switch choice {
      case .called: json.value("JOB_NAME")
      case .since: json.value("AFTER_CREATED_AT")
      }
      json.key("values")
      json.beginArray()
      switch choice {
      case .called(let name): json.value(name)
      case .since(let time): json.value(String(time.milliseconds))
      }
      json.endArray()
      json.endObject()
      json.endArray()
    } chosen: { job in
      // Emulators know few filters, or none (ministack 1.5.33).
      switch choice {
      case .called(let name): job.jobName.lowercased() == name.lowercased()
      case .since(let time): job.created.map { $0 >= time } ?? true
      }
    }
  }

  /// The jobs of an array that stand somewhere, page by page.
  package func children(
    of id: String, _ status: BatchJob.Status, _ page: ([BatchJob]) -> Bool
  ) async throws(CloudFailure) {
    try await pages("list the jobs of array '\(id)'", page) { json in
      json.member("arrayJobId", id)
      json.member("jobStatus", status.rawValue)
    } chosen: {
      $0.status == status
    }
  }

  private func pages(
    _ words: String, _ page: ([BatchJob]) -> Bool, _ query: (inout JSONWriter) -> Void,
    chosen: (BatchJob) -> Bool
  ) async throws(CloudFailure) {
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await call(words, "listjobs") { json in
        query(&json)
        json.optional("nextToken", token)
      }
      let jobs = tree.elements(Tree.root, "jobSummaryList").compactMap { BatchJob(tree, $0) }.filter(chosen)
      if !jobs.isEmpty, !page(jobs) { return nil }
      return tree.words(Tree.root, "nextToken")
    }
  }

  // MARK: Calls

  /// A call that may be made twice.
  private func call(
    _ words: String, _ action: String, _ write: (inout JSONWriter) -> Void
  ) async throws(CloudFailure) -> Tree {
    var json = JSONWriter()
    json.beginObject()
    write(&json)
    json.endObject()
    return try await client.send(
      words, AWSClient.REST(method: .post, path: ["v1", action], body: json.bytes, isIdempotent: true))
  }
}
