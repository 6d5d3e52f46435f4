import JobsCore

/// Executions and tasks in the older view, in which their names do not say whose they are.
enum RunV1Executions {
  static let handlers: [String: Methods.Handler] = [
    "run.namespaces.executions.get": get, "run.namespaces.executions.list": list,
    "run.namespaces.executions.cancel": cancel, "run.namespaces.executions.delete": delete,
    "run.namespaces.tasks.list": tasks,
  ]

  /// The whole name of an execution.
  private static func find(_ call: APICall, _ world: World) throws(APIError) -> String {
    let parent = ResourceName.parent(of: call.target)
    let id = ResourceName.id(of: call.target)
    guard let name = names(parent, world).first(where: { ResourceName.id(of: $0) == id }) else {
      throw .notFound(call.target)
    }
    return name
  }

  private static func names(_ place: String, _ world: World) -> [String] {
    world.stores[.run]?.names(in: "\(place)/jobs/-/executions") ?? []
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = try find(call, world)
    RunExecutions.advance(name, &world, call)
    return RunV1Writing.execution(try world.resource(.run, name).value)
  }

  /// Understands a selector for the job and nothing else.
  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let job = try selected("run.googleapis.com/job", call)
    let found = names(call.target, world).filter {
      job == nil || ResourceName.id(of: ResourceName.parent(of: $0)) == job
    }
    for name in found { RunExecutions.advance(name, &world, call) }
    return try RunV1.page("Execution", found, call, world) {
      RunV1Writing.execution(world.stores[.run]?[$0]?.value ?? .null)
    }
  }

  private static func tasks(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard let id = try selected("run.googleapis.com/execution", call) else {
      throw .unimplemented("\(call.method.id) without a selector of an execution")
    }
    guard let name = names(call.target, world).first(where: { ResourceName.id(of: $0) == id }) else {
      return try RunV1.page("Task", [Int](), call, world) { _ in .null }
    }
    RunExecutions.advance(name, &world, call)
    let execution = try world.resource(.run, name)
    let count = execution.value["taskCount"]?.int ?? 0
    return try RunV1.page("Task", Array(0..<count), call, world) { RunV1Writing.task(RunTasks.task($0, execution)) }
  }

  /// The value that a selector of labels wants; nil for none.
  private static func selected(_ label: String, _ call: APICall) throws(APIError) -> String? {
    let selector = call.query("labelSelector") ?? ""
    if selector.isEmpty { return nil }
    let parts = selector.split(separator: "=").map { $0.filter { $0 != " " } }
    guard parts.count == 2, parts[0] == label else { throw .unimplemented("\(call.method.id) with '\(selector)'") }
    return parts[1]
  }

  private static func cancel(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = try find(call, world)
    try RunExecutions.cancel(name, &world, call)
    return RunV1Writing.execution(try world.resource(.run, name).value)
  }

  private static func delete(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = try find(call, world)
    world.remove(.run, name)
    return ["status": "Success", "details": ["name": .string(ResourceName.id(of: name)), "kind": "Execution"]]
  }
}
