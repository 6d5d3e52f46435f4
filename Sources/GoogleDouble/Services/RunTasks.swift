/// The tasks of an execution, which are made from it when they are asked for: it may have ten thousand.
enum RunTasks {
  static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    RunExecutions.advance(call.target, &world, call)
    let execution = try world.resource(.run, call.target)
    let count = execution.value["taskCount"]?.int ?? 0
    return try ListPage(call, pages: (100, 1000), world.settings).answer(Array(0..<count)) { task($0, execution) }
  }

  static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let parent = ResourceName.parent(of: call.target)
    RunExecutions.advance(parent, &world, call)
    let execution = try world.resource(.run, parent)
    let id = ResourceName.id(of: call.target)
    let prefix = "\(ResourceName.id(of: parent))-task"
    guard id.hasPrefix(prefix), let index = Int(id.dropFirst(prefix.count)),
      index >= 0, index < execution.value["taskCount"]?.int ?? 0
    else { throw .notFound(call.target) }
    return task(index, execution)
  }

  /// Why the tasks of an execution fail (cloud.google.com/run/docs/troubleshooting, 2026-11).
  static func failure(_ execution: Resource) -> String {
    switch execution.hidden?["cause"]?.string {
    case ExecutionOutcome.Cause.timeout.rawValue: "The configured timeout was reached."
    case ExecutionOutcome.Cause.memory.rawValue: "Memory limit of 512 MiB exceeded with 530 MiB used."
    default: "The container exited with an error: exit code \(execution.hidden?["exitCode"]?.int ?? 1)."
    }
  }

  /// - Parameter index: from 0, below the count of tasks.
  static func task(_ index: Int, _ resource: Resource) -> JSONValue {
    let execution = resource.value
    let name = execution["name"]?.string ?? ""
    let id = "\(ResourceName.id(of: name))-task\(index)"
    let isDone = execution["completionTime"] != nil
    let isCancelled = execution["cancelledCount"] != nil
    let isFailed = index < execution["failedCount"]?.int ?? 0
    var task: JSONValue = [
      "name": .string("\(name)/tasks/\(id)"), "uid": .string("\(execution["uid"]?.string ?? "")-\(index)"),
      "generation": "1", "observedGeneration": "1", "index": JSONValue(index),
      "job": execution["job"] ?? "", "execution": .string(ResourceName.id(of: name)),
    ]
    for field in ["createTime", "startTime", "updateTime", "completionTime", "etag", "labels"] {
      task[field] = execution[field]
    }
    task["scheduledTime"] = execution["createTime"]
    for field in [
      "containers", "volumes", "maxRetries", "timeout", "serviceAccount", "executionEnvironment", "vpcAccess",
    ] {
      task[field] = execution["template"]?[field]
    }
    let state =
      !isDone ? "CONDITION_RECONCILING" : isFailed || isCancelled ? "CONDITION_FAILED" : "CONDITION_SUCCEEDED"
    task["conditions"] = [
      RunExecutions.condition("Completed", state, execution["completionTime"] ?? execution["startTime"] ?? "")
    ]
    if !isDone { task["reconciling"] = true }
    guard isDone, !isCancelled else { return task }
    if isFailed {
      task["retried"] = execution["template"]?["maxRetries"]
      var result: JSONValue = ["status": ["code": 2, "message": .string(failure(resource))]]
      switch resource.hidden?["cause"]?.string {
      case ExecutionOutcome.Cause.timeout.rawValue: break
      case ExecutionOutcome.Cause.memory.rawValue: result["termSignal"] = 9
      default: result["exitCode"] = JSONValue(resource.hidden?["exitCode"]?.int ?? 1)
      }
      task["lastAttemptResult"] = result
    } else {
      task["lastAttemptResult"] = ["status": [:], "exitCode": 0]
    }
    return task
  }
}
