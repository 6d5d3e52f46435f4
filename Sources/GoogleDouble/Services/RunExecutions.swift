import JobsCore

/// Executions of jobs: they go on for as many looks as was told, and come out as was told.
enum RunExecutions {
  static let kind = ResourceKind(
    collection: "run.projects.locations.jobs.executions", type: "google.cloud.run.v2.Execution",
    concurrency: .aborted, read: advance)

  static let handlers: [String: Methods.Handler] = [
    "run.projects.locations.jobs.run": run,
    "run.projects.locations.jobs.executions.list": list,
    "run.projects.locations.jobs.executions.cancel": cancel,
    "run.projects.locations.jobs.executions.tasks.list": RunTasks.list,
    "run.projects.locations.jobs.executions.tasks.get": RunTasks.get,
  ]

  // MARK: Start

  private static func run(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = call.target
    var job = try world.resource(.run, name).value
    if let etag = call.body["etag"]?.string, !etag.isEmpty, etag != job["etag"]?.string {
      throw APIError(.aborted, "The etag '\(etag)' is not that of '\(name)': it has changed.")
    }
    let template = try RunOverrides.apply(call.body["overrides"], to: job["template"] ?? [:])
    let isRehearsal = call.body["validateOnly"]?.bool ?? false
    let id = "\(ResourceName.id(of: name))-\(world.word(5))"
    let execution = start(id, of: &job, template, isStored: !isRehearsal, &world, call)
    if !isRehearsal { world.update(.run, name) { $0.value = job } }
    let operation = LongOperation(
      name: OperationMethods.name(call, &world), metadata: OperationMethods.typed(execution, kind.type),
      response: OperationMethods.typed(execution, kind.type), error: call.operationError, polls: 0,
      follows: "\(name)/executions/\(id)")
    return OperationMethods.add(operation, call, &world)
  }

  /// Makes an execution of a job, and notes it with the job.
  static func start(
    _ id: String, of job: inout JSONValue, _ template: JSONValue, isStored: Bool = true, _ world: inout World,
    _ call: APICall
  ) -> JSONValue {
    let name = "\(job["name"]?.string ?? "")/executions/\(id)"
    let time = JSONValue.string(call.now.rfc3339)
    let count = template["taskCount"]?.int ?? 1
    var execution: JSONValue = [
      "name": .string(name), "uid": .string(world.uuid()), "creator": .string(call.caller), "generation": "1",
      "observedGeneration": "1", "createTime": time, "startTime": time, "updateTime": time,
      "job": .string(ResourceName.id(of: job["name"]?.string ?? "")),
      "launchStage": job["launchStage"] ?? "GA", "taskCount": JSONValue(count),
      "parallelism": template["parallelism"] ?? JSONValue(count), "runningCount": JSONValue(count), "reconciling": true,
      "etag": .string(world.etag()),
      "logUri": .string("https://console.cloud.google.com/logs/viewer?project=\(call.project ?? "")&job=\(id)"),
    ]
    execution["labels"] = template["labels"]
    execution["annotations"] = template["annotations"]
    execution["template"] = template["template"]
    execution["conditions"] = [condition("Completed", "CONDITION_RECONCILING", time)]
    job["executionCount"] = JSONValue((job["executionCount"]?.int ?? 0) + 1)
    job["latestCreatedExecution"] = [
      "name": .string(id), "createTime": time, "completionStatus": "EXECUTION_RUNNING",
    ]
    guard isStored else { return execution }
    var resource = Resource(execution)
    resource.hidden = hidden(job["name"]?.string ?? "", &world)
    world.store(.run, name, resource)
    return execution
  }

  /// What an execution will come to, and after how many looks.
  private static func hidden(_ job: String, _ world: inout World) -> JSONValue {
    var outcome = ExecutionOutcome.success
    if let index = world.outcomes.firstIndex(where: { Glob.matches(job, $0.job) }) {
      outcome = world.outcomes[index]
      if let times = outcome.times {
        world.outcomes[index].times = times - 1
        if times <= 1 { world.outcomes.remove(at: index) }
      }
    }
    var hidden: JSONValue = [
      "polls": JSONValue(world.settings.executionPolls), "result": .string(outcome.result.rawValue),
      "exitCode": JSONValue(outcome.exitCode),
    ]
    if let failed = outcome.failedTasks { hidden["failedTasks"] = JSONValue(failed) }
    if let cause = outcome.cause { hidden["cause"] = .string(cause.rawValue) }
    hidden["order"] = JSONValue(world.nextSerial())
    for (key, lines) in [("lines", outcome.lines), ("errors", outcome.errors), ("late", outcome.late)] {
      hidden[key] = .list(lines.map { .string($0) })
    }
    return hidden
  }

  static func condition(_ type: String, _ state: String, _ time: JSONValue) -> JSONValue {
    ["type": .string(type), "state": .string(state), "lastTransitionTime": time]
  }

  // MARK: Time goes by

  /// Lets the time of an execution go by, one look at a time.
  static func advance(_ name: String, _ world: inout World, _ call: APICall) {
    guard let resource = world.stores[.run]?[name], resource.value["completionTime"] == nil,
      let hidden = resource.hidden
    else { return }
    RunLines.write(name, &world, call, all: false)
    guard hidden["result"]?.string != ExecutionOutcome.Result.running.rawValue else { return }
    let polls = hidden["polls"]?.int ?? 0
    guard polls <= 0 else {
      world.update(.run, name) { $0.hidden?["polls"] = JSONValue(polls - 1) }
      return
    }
    let count = resource.value["taskCount"]?.int ?? 1
    let failed =
      hidden["result"]?.string == ExecutionOutcome.Result.failed.rawValue
      ? min(hidden["failedTasks"]?.int ?? count, count) : 0
    let retries = failed * (resource.value["template"]?["maxRetries"]?.int ?? 0)
    RunLines.write(name, &world, call, all: true)
    end(name, failed > 0 ? .failed : .succeeded, &world, call) { execution in
      if failed < count { execution["succeededCount"] = JSONValue(count - failed) }
      if failed > 0 { execution["failedCount"] = JSONValue(failed) }
      if retries > 0 { execution["retriedCount"] = JSONValue(retries) }
    }
  }

  private enum End { case succeeded, failed, cancelled }

  private static func end(
    _ name: String, _ end: End, _ world: inout World, _ call: APICall, _ count: (inout JSONValue) -> Void
  ) {
    let time = JSONValue.string(call.now.rfc3339)
    let etag = world.etag()
    var completed = condition("Completed", end == .succeeded ? "CONDITION_SUCCEEDED" : "CONDITION_FAILED", time)
    switch end {
    case .succeeded: break
    case .failed:
      completed["executionReason"] = "NON_ZERO_EXIT_CODE"
      completed["message"] = .string(
        "Task \(ResourceName.id(of: name))-task0 failed with message: \(failure(name, world))")
    case .cancelled:
      completed["executionReason"] = "CANCELLED"
      completed["message"] = "Execution cancelled."
    }
    world.update(.run, name) { resource in
      var execution = resource.value
      for field in ["runningCount", "reconciling"] { execution[field] = nil }
      count(&execution)
      execution["completionTime"] = time
      execution["updateTime"] = time
      execution["etag"] = .string(etag)
      execution["conditions"] = [
        completed, condition("ResourcesAvailable", "CONDITION_SUCCEEDED", time),
        condition("Started", "CONDITION_SUCCEEDED", time),
      ]
      resource.value = execution
    }
    let status =
      switch end {
      case .succeeded: "EXECUTION_SUCCEEDED"
      case .failed: "EXECUTION_FAILED"
      case .cancelled: "EXECUTION_CANCELLED"
      }
    world.update(.run, ResourceName.parent(of: name)) { job in
      guard job.value["latestCreatedExecution"]?["name"]?.string == ResourceName.id(of: name) else { return }
      job.value["latestCreatedExecution"]?["completionTime"] = time
      job.value["latestCreatedExecution"]?["completionStatus"] = .string(status)
    }
  }

  private static func failure(_ name: String, _ world: World) -> String {
    world.stores[.run]?[name].map(RunTasks.failure) ?? ""
  }

  /// The newest first, as the document says; those of all jobs where the job is `-`.
  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    if ResourceName.id(of: call.target) != "-" { _ = try world.resource(.run, call.target) }
    for name in world.stores[.run]?.names(in: "\(call.target)/executions") ?? [] { advance(name, &world, call) }
    let found = (world.stores[.run]?.names(in: "\(call.target)/executions") ?? []).compactMap { world.stores[.run]?[$0] }
    let sorted = found.sorted { ($0.hidden?["order"]?.int ?? 0) > ($1.hidden?["order"]?.int ?? 0) }
    return try ListPage(call, pages: kind.pages, world.settings).answer(sorted) { $0.value }
  }

  /// The operation that follows an execution, as it is now.
  static func look(_ operation: inout LongOperation, _ call: APICall, _ world: inout World) -> JSONValue {
    let name = operation.follows ?? ""
    advance(name, &world, call)
    if call.method.action == "wait" {
      world.update(.run, name) { $0.hidden?["polls"] = 0 }
      advance(name, &world, call)
    }
    guard let execution = world.stores[.run]?[name]?.value else {
      operation.error = .notFound(name)
      return operation.value(isDone: true)
    }
    operation.metadata = OperationMethods.typed(execution, kind.type)
    operation.response = operation.metadata
    if operation.error == nil, let message = execution["conditions"]?.list?.first?["message"]?.string {
      let isCancelled = execution["cancelledCount"] != nil
      operation.error = APIError(isCancelled ? .cancelled : .unknown, message)
    }
    return operation.value(isDone: execution["completionTime"] != nil)
  }

  private static func cancel(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let execution = try world.resource(.run, call.target).value
    if let etag = call.body["etag"]?.string, !etag.isEmpty, etag != execution["etag"]?.string {
      throw APIError(.aborted, "The etag '\(etag)' is not that of '\(call.target)': it has changed.")
    }
    if !(call.body["validateOnly"]?.bool ?? false) { try cancel(call.target, &world, call) }
    let value = try world.resource(.run, call.target).value
    return OperationMethods.start(value, type: kind.type, metadata: .resource, call, &world)
  }

  /// - Throws: for an execution that is done.
  static func cancel(_ name: String, _ world: inout World, _ call: APICall) throws(APIError) {
    let execution = try world.resource(.run, name).value
    guard execution["completionTime"] == nil else {
      throw APIError(.failedPrecondition, "The execution '\(name)' is done and cannot be cancelled.")
    }
    end(name, .cancelled, &world, call) { $0["cancelledCount"] = execution["taskCount"] ?? 1 }
  }
}
