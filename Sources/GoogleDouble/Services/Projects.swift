import JobsCore

/// Projects (cloudresourcemanager.v1 and v3, revision 20261107): those that were declared, or any that is asked for.
enum Projects {
  static let handlers: [String: Methods.Handler] = [
    "cloudresourcemanager.projects.get": { call, world throws(APIError) in value(call.project ?? "", call) },
    "cloudresourcemanager.projects.list": list, "cloudresourcemanager.projects.search": search,
  ]

  private static func value(_ id: String, _ call: APICall) -> JSONValue {
    let number = World.number(ofProject: id)
    if call.method.document.version == "v1" {
      return [
        "projectNumber": .string(number), "projectId": .string(id), "lifecycleState": "ACTIVE", "name": .string(id),
        "createTime": "2026-01-01T00:00:00Z",
      ]
    }
    return [
      "name": .string("projects/\(number)"), "projectId": .string(id), "state": "ACTIVE", "displayName": .string(id),
      "createTime": "2026-01-01T00:00:00Z", "updateTime": "2026-01-01T00:00:00Z",
      "etag": .string("W/\"\(String(number.utf8.reduce(0) { $0 &* 31 &+ Int($1) }, radix: 16))\""),
    ]
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard (call.query("filter") ?? "").isEmpty, (call.query("parent") ?? "").isEmpty else {
      throw .unimplemented("\(call.method.id) with a filter or a parent")
    }
    return try page(world.settings.projects, call, world)
  }

  /// Understands `id:acme`, `projectId=acme` and nothing else.
  private static func search(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let query = call.query("query") ?? ""
    if query.isEmpty { return try page(world.settings.projects, call, world) }
    let parts = query.split { $0 == ":" || $0 == "=" }
    guard parts.count == 2, ["id", "projectId"].contains(parts[0]) else {
      throw .unimplemented("\(call.method.id) with '\(query)'")
    }
    return try page(world.settings.projects.filter { $0 == parts[1] }, call, world)
  }

  private static func page(_ ids: [String], _ call: APICall, _ world: World) throws(APIError) -> JSONValue {
    try ListPage(call, pages: (100, 1000), world.settings).answer(ids.sorted()) { value($0, call) }
  }
}
