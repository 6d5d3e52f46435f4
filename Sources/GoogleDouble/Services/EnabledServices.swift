import JobsCore

/// Which APIs a project has switched on (serviceusage.v1, revision 20260921): those that are doubled, until one is
/// switched off.
enum EnabledServices {
  static let handlers: [String: Methods.Handler] = [
    "serviceusage.services.get": { call, world throws(APIError) in value(call.target, world) },
    "serviceusage.services.list": list, "serviceusage.services.batchGet": batchGet,
    "serviceusage.services.enable": { call, world throws(APIError) in
      try set(true, [ResourceName.id(of: call.target)], call, &world)
    },
    "serviceusage.services.disable": { call, world throws(APIError) in
      try set(false, [ResourceName.id(of: call.target)], call, &world)
    },
    "serviceusage.services.batchEnable": batchEnable,
  ]

  /// Services that one call can name.
  private static let most = 20

  private static func value(_ name: String, _ world: World) -> JSONValue {
    let host = ResourceName.id(of: name)
    let project = ResourceName.project(of: name) ?? ""
    let parent = "projects/\(World.number(ofProject: project))"
    return [
      "name": .string("\(parent)/services/\(host)"), "parent": .string(parent),
      "config": ["name": .string(host), "title": .string(host)],
      "state": world.isEnabled(host, project) ? "ENABLED" : "DISABLED",
    ]
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let project = call.project ?? ""
    let all = world.knownServices(project)
    let shown: [String]
    switch call.query("filter") ?? "" {
    case "": shown = all
    case "state:ENABLED": shown = all.filter { world.isEnabled($0, project) }
    case "state:DISABLED": shown = all.filter { !world.isEnabled($0, project) }
    default: throw .invalid("The filter is state:ENABLED or state:DISABLED.", field: "filter")
    }
    return try ListPage(call, pages: (50, 200), world.settings).answer(shown) {
      value("projects/\(project)/services/\($0)", world)
    }
  }

  private static func batchGet(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = call.query["names"] ?? []
    guard names.count <= 30, names.allSatisfy({ ResourceName.collection(of: $0) == "\(call.target)/services" }) else {
      throw .invalid("The names are at most 30 services of the parent.", field: "names")
    }
    return ["services": .list(names.map { value($0, world) })]
  }

  private static func batchEnable(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let ids = (call.body["serviceIds"]?.list ?? []).compactMap(\.string)
    guard (1...most).contains(ids.count) else {
      throw .invalid("From 1 up to \(most) services can be enabled at once.", field: "service_ids")
    }
    return try set(true, ids, call, &world)
  }

  private static func set(
    _ isEnabled: Bool, _ hosts: [String], _ call: APICall, _ world: inout World
  ) throws(APIError) -> JSONValue {
    let project = call.project ?? ""
    for host in hosts where !host.hasSuffix(".googleapis.com") {
      throw APIError(.permissionDenied, "Service '\(host)' not found or permission denied.")
    }
    let isChange = hosts.contains { world.isEnabled($0, project) != isEnabled }
    for host in hosts { world.setEnabled(isEnabled, host, project) }
    let names = hosts.map { "projects/\(project)/services/\($0)" }
    let services = names.map { value($0, world) }
    let isBatch = call.method.action == "batchEnable"
    let type = isBatch ? "BatchEnableServicesResponse" : isEnabled ? "EnableServiceResponse" : "DisableServiceResponse"
    let operation = LongOperation(
      name: isChange ? OperationMethods.name(call, &world) : "operations/noop.DONE_OPERATION",
      metadata: OperationMethods.typed(
        ["resourceNames": .list(names.map { .string($0) })], "google.api.serviceusage.v1.OperationMetadata"),
      response: OperationMethods.typed(
        isBatch ? ["services": .list(services)] : ["service": services[0]], "google.api.serviceusage.v1.\(type)"),
      error: call.operationError, polls: world.settings.operationPolls)
    // What is so already is done at once, and leaves no operation.
    return isChange ? OperationMethods.add(operation, call, &world) : operation.value(isDone: true)
  }
}
