import JobsCore

/// Metrics that are counted from logs. Their names in bodies are ids, and slashes in them are encoded in addresses.
enum LogMetrics {
  static let handlers: [String: Methods.Handler] = [
    "logging.projects.metrics.create": create, "logging.projects.metrics.get": get,
    "logging.projects.metrics.list": list, "logging.projects.metrics.update": update,
    "logging.projects.metrics.delete": delete,
  ]

  /// The key of a metric, whose id may have slashes.
  private static func key(_ call: APICall) -> String {
    let name = call.path["metricName"] ?? ""
    let parts = name.split(separator: "/", maxSplits: 3).map(String.init)
    return parts.count == 4 ? key(parts[0] + "/" + parts[1], parts[3]) : name
  }

  static func key(_ parent: String, _ id: String) -> String {
    "\(parent)/metrics/\(WebName.encoded(id))"
  }

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let id = call.body["name"]?.string ?? ""
    try check(call.body, id)
    let key = key(call.target, id)
    guard world.stores[.logging]?[key] == nil else { throw .exists("\(call.target)/metrics/\(id)") }
    var metric = call.body
    metric["createTime"] = .string(call.now.rfc3339)
    return store(&metric, key, call, &world)
  }

  /// PUT makes the metric where there is none.
  private static func update(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let key = key(call)
    let id = call.body["name"]?.string ?? ""
    try check(call.body, id)
    guard key.hasSuffix("/\(WebName.encoded(id))") else {
      throw .invalid("The name '\(id)' is not that of the address.", field: "metric.name")
    }
    var metric = call.body
    metric["createTime"] = world.stores[.logging]?[key]?.value["createTime"] ?? .string(call.now.rfc3339)
    return store(&metric, key, call, &world)
  }

  private static func store(
    _ metric: inout JSONValue, _ key: String, _ call: APICall, _ world: inout World
  ) -> JSONValue {
    metric["updateTime"] = .string(call.now.rfc3339)
    metric["resourceName"] = .string("projects/\(call.project ?? "")/metrics/\(metric["name"]?.string ?? "")")
    metric.setDefault(
      "metricDescriptor",
      [
        "name": .string(
          "projects/\(call.project ?? "")/metricDescriptors/logging.googleapis.com/user/\(metric["name"]?.string ?? "")"
        ),
        "type": .string("logging.googleapis.com/user/\(metric["name"]?.string ?? "")"), "metricKind": "DELTA",
        "valueType": "INT64",
      ])
    world.store(.logging, key, Resource(metric))
    return metric
  }

  private static func check(_ metric: JSONValue, _ id: String) throws(APIError) {
    guard (1...100).contains(id.utf8.count) else {
      throw .invalid("The name of a metric has 1 to 100 characters.", field: "metric.name")
    }
    guard !(metric["filter"]?.string ?? "").isEmpty else {
      throw .invalid("The filter is missing.", field: "metric.filter")
    }
    _ = try LogFilter(metric["filter"]?.string ?? "")
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    try world.resource(.logging, key(call)).value
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.logging]?.names(in: "\(call.target)/metrics") ?? []
    return try ListPage(call, pages: (50, 1000), world.settings).answer(names) {
      world.stores[.logging]?[$0]?.value ?? .null
    }
  }

  private static func delete(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try world.resource(.logging, key(call))
    world.remove(.logging, key(call))
    return [:]
  }
}

/// Names that hold slashes, as one part of a path.
private enum WebName {
  static func encoded(_ text: String) -> String {
    text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F")
  }
}
