import Synchronization

/// Resources behind the backs of clients: looked at, put there, changed and taken away.
struct StateEndpoint: Sendable {
  let server: APIServer

  func result(_ verb: String, _ query: [String: String], _ body: JSONValue) throws(APIError) -> JSONValue {
    guard let service = query["api"].flatMap(Service.init(rawValue:)) else {
      throw .invalid("'api' is one of \(Service.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    guard let name = query["name"] else {
      guard verb == "GET" else { throw .invalid("'name' is missing.") }
      return server.world.withLock { world in
        let names = world.stores[service]?.names ?? []
        return ["count": JSONValue(names.count), "names": .list(names.map { .string($0) })]
      }
    }
    switch verb {
    case "GET": return try server.world.withLock { world throws(APIError) in try world.resource(service, name).value }
    case "PUT": return try put(service, name, body, onto: [:])
    case "PATCH":
      let old = try server.world.withLock { world throws(APIError) in try world.resource(service, name).value }
      return try put(service, name, body, onto: old)
    case "DELETE":
      server.world.withLock { $0.remove(service, name) }
      return [:]
    default: throw .notFound("\(verb) /_state")
    }
  }

  /// Puts a resource in its place, with a new etag where it has one and none is given.
  private func put(
    _ service: Service, _ name: String, _ body: JSONValue, onto old: JSONValue
  ) throws(APIError) -> JSONValue {
    var body = body
    var hasETag = old["etag"] != nil
    if let (document, schema) = server.schema(service, name) {
      if case .message(let message) = document.resolved(schema) { hasETag = message.properties["etag"] != nil }
      var check = BodyCheck(document, keepsOutput: true)
      let kept = check.check(body, schema)
      guard check.violations.isEmpty else { throw .invalid(check.violations) }
      body = kept ?? [:]
    }
    var value = Self.merged(old, body)
    value["name"] = .string(name)
    return server.world.withLock { world in
      if body["etag"] == nil, hasETag { value["etag"] = .string(world.etag()) }
      var resource = world.stores[service]?[name] ?? Resource(value)
      resource.value = value
      world.store(service, name, resource)
      return value
    }
  }

  /// Objects are merged field by field; all else is replaced.
  private static func merged(_ old: JSONValue, _ new: JSONValue) -> JSONValue {
    guard let object = new.object, old.object != nil else { return new }
    var result = old
    for entry in object.entries { result[entry.key] = merged(old[entry.key] ?? .null, entry.value) }
    return result
  }
}
