import JobsCore

/// Operations that take their time, on every service that has them.
enum OperationMethods {
  /// Starts an operation that ends with a value, and answers it as it is at the start.
  ///
  /// - Parameters:
  ///   - type: the proto of the value.
  ///   - metadata: what the operation says of itself.
  static func start(
    _ value: JSONValue, type: String, metadata: ResourceKind.Metadata, _ call: APICall, _ world: inout World
  ) -> JSONValue {
    let isDeletion = call.method.action == "delete"
    var response = typed(value, type)
    var told = response
    switch metadata {
    case .resource: break
    case .plain(let proto):
      told = typed([:], proto)
      if isDeletion { response = typed([:], "google.protobuf.Empty") }
    case .told(let proto, let endsEmpty):
      if isDeletion, endsEmpty { response = typed([:], "google.protobuf.Empty") }
      told = typed(
        [
          "createTime": .string(call.now.rfc3339), "target": value["name"] ?? .string(call.target),
          "verb": .string(isDeletion ? "delete" : call.method.action == "patch" ? "update" : call.method.action),
          "apiVersion": .string(call.method.document.version),
        ], proto)
    }
    let operation = LongOperation(
      name: name(call, &world), metadata: told, response: response, error: call.operationError,
      polls: world.settings.operationPolls)
    return add(operation, call, &world)
  }

  /// Keeps an operation, and answers it as it is at the start.
  static func add(_ operation: LongOperation, _ call: APICall, _ world: inout World) -> JSONValue {
    if call.flag("validateOnly") || call.body["validateOnly"]?.bool ?? false {
      return operation.value(isDone: true)
    }
    if !call.losesOperation { world.operations[call.service, default: [:]][operation.name] = operation }
    return operation.value(isDone: false)
  }

  /// A new name, below the location or project of the call where the API has its operations there.
  static func name(_ call: APICall, _ world: inout World) -> String {
    if call.service == .serviceusage { return "operations/\(world.uuid())" }
    let project = call.project.map { "projects/\($0)/" } ?? ""
    let location = ResourceName.location(of: call.target).map { "locations/\($0)/" } ?? ""
    return "\(project)\(location)operations/\(world.uuid())"
  }

  static func typed(_ value: JSONValue, _ type: String) -> JSONValue {
    var typed: JSONValue = ["@type": .string("type.googleapis.com/\(type)")]
    for entry in value.object?.entries ?? [] { typed[entry.key] = entry.value }
    return typed
  }

  static func answer(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    switch call.method.action {
    case "get": return try look(call, &world)
    case "wait":
      try change(call, &world) { $0.polls = 0 }
      return try look(call, &world)
    case "delete":
      _ = try find(call, world)
      world.operations[call.service]?[call.target] = nil
      return [:]
    case "cancel":
      try change(call, &world) { operation in
        guard operation.polls > 0 else { return }
        operation.polls = 0
        operation.error = APIError(.cancelled, "The operation was cancelled.")
      }
      return [:]
    case "list": return try list(call, &world)
    default: throw .unimplemented(call.method.id)
    }
  }

  private static func find(_ call: APICall, _ world: World) throws(APIError) -> LongOperation {
    guard let operation = world.operations[call.service]?[call.target] else { throw .notFound(call.target) }
    return operation
  }

  private static func change(
    _ call: APICall, _ world: inout World, _ body: (inout LongOperation) -> Void
  ) throws(APIError) {
    var operation = try find(call, world)
    body(&operation)
    world.operations[call.service]?[call.target] = operation
  }

  /// An operation as it is now; to look at it lets its time go by.
  private static func look(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    var operation = try find(call, world)
    if operation.follows != nil { return RunExecutions.look(&operation, call, &world) }
    guard operation.polls > 0 else { return operation.value(isDone: true) }
    operation.polls -= 1
    world.operations[call.service]?[operation.name] = operation
    return operation.value(isDone: false)
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = (world.operations[call.service] ?? [:]).keys.filter { $0.hasPrefix("\(call.target)/operations/") }
    let operations = world.operations[call.service] ?? [:]
    return try ListPage(call, pages: (100, 1000), world.settings).answer(names.sorted()) { name in
      operations[name].map { $0.value(isDone: $0.polls == 0 && $0.follows == nil) } ?? .null
    }
  }
}
