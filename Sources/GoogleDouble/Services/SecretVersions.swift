import JobsCore

/// Versions of secrets: added, read, switched off and destroyed.
enum SecretVersions {
  static let handlers: [String: Methods.Handler] = [
    "secretmanager.projects.secrets.addVersion": add,
    "secretmanager.projects.secrets.versions.access": access,
    "secretmanager.projects.secrets.versions.get": { call, world throws(APIError) in
      try world.resource(.secretmanager, resolved(call.target, world)).value
    },
    "secretmanager.projects.secrets.versions.list": list,
    "secretmanager.projects.secrets.versions.enable": { call, world throws(APIError) in try set("ENABLED", call, &world)
    },
    "secretmanager.projects.secrets.versions.disable": { call, world throws(APIError) in
      try set("DISABLED", call, &world)
    },
    "secretmanager.projects.secrets.versions.destroy": { call, world throws(APIError) in
      try set("DESTROYED", call, &world)
    },
  ]

  /// Bytes of a payload (cloud.google.com/secret-manager/quotas, 2026-11-21).
  private static let largest = 64 << 10

  /// The name of the version that `latest` or an alias stands for.
  private static func resolved(_ name: String, _ world: World) throws(APIError) -> String {
    let parent = ResourceName.parent(of: name)
    let secret = try world.resource(.secretmanager, parent).value
    let id = ResourceName.id(of: name)
    if id == "latest" {
      guard let last = numbers(parent, world).last else { throw .notFound(name) }
      return "\(parent)/versions/\(last)"
    }
    return secret["versionAliases"]?[id]?.string.map { "\(parent)/versions/\($0)" } ?? name
  }

  private static func numbers(_ secret: String, _ world: World) -> [Int] {
    (world.stores[.secretmanager]?.names(in: "\(secret)/versions") ?? []).compactMap { Int(ResourceName.id(of: $0)) }
      .sorted()
  }

  private static func add(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let secret = try world.resource(.secretmanager, call.target).value
    guard let data = call.body["payload"]?["data"]?.string.flatMap({ Base64.decode($0) }), !data.isEmpty else {
      throw .invalid("The payload is missing.", field: "payload.data")
    }
    guard data.count <= largest else {
      throw .invalid("The payload has \(data.count) bytes, and \(largest) are taken at most.", field: "payload.data")
    }
    let checksum = String(CRC32C.checksum(data))
    let claimed = call.body["payload"]?["dataCrc32c"]?.string
    guard claimed == nil || claimed == checksum else {
      throw .invalid("The checksum of the payload is not \(claimed ?? "").", field: "payload.data_crc32c")
    }
    let name = "\(call.target)/versions/\((numbers(call.target, world).last ?? 0) + 1)"
    let isAutomatic = secret["replication"]?["automatic"] != nil
    var version: JSONValue = [
      "name": .string(name), "createTime": .string(call.now.rfc3339), "state": "ENABLED",
      "replicationStatus": isAutomatic ? ["automatic": [:]] : ["userManaged": [:]], "etag": .string(world.etag()),
    ]
    if claimed != nil { version["clientSpecifiedPayloadChecksum"] = true }
    var resource = Resource(version)
    resource.hidden = ["data": .string(Base64.encode(data)), "dataCrc32c": .string(checksum)]
    world.store(.secretmanager, name, resource)
    return version
  }

  private static func access(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = try resolved(call.target, world)
    let version = try world.resource(.secretmanager, name)
    let state = version.value["state"]?.string ?? ""
    guard state == "ENABLED", let payload = version.hidden else {
      throw APIError(.failedPrecondition, "Secret Version [\(name)] is in \(state) state.")
    }
    return ["name": .string(name), "payload": payload]
  }

  /// The newest first.
  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try world.resource(.secretmanager, call.target)
    let wanted: String?
    switch call.query("filter") ?? "" {
    case "": wanted = nil
    case "state:ENABLED", "state=ENABLED": wanted = "ENABLED"
    case "state:DISABLED", "state=DISABLED": wanted = "DISABLED"
    case let filter: throw .unimplemented("\(call.method.id) with the filter '\(filter)'")
    }
    let all = numbers(call.target, world).reversed().compactMap {
      world.stores[.secretmanager]?["\(call.target)/versions/\($0)"]?.value
    }
    let shown = all.filter { wanted == nil || $0["state"]?.string == wanted }
    var answer = try ListPage(call, pages: (25000, 25000), world.settings).answer(shown) { $0 }
    answer["totalSize"] = JSONValue(shown.count)
    return answer
  }

  private static func set(_ state: String, _ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = try resolved(call.target, world)
    var version = try world.resource(.secretmanager, name).value
    if let etag = call.body["etag"]?.string, !etag.isEmpty, etag != version["etag"]?.string {
      throw APIError(.failedPrecondition, "The etag '\(etag)' does not match that of '\(name)'.")
    }
    guard version["state"]?.string != "DESTROYED" else {
      throw APIError(.failedPrecondition, "Secret Version [\(name)] is in DESTROYED state.")
    }
    version["state"] = .string(state)
    version["etag"] = .string(world.etag())
    if state == "DESTROYED" { version["destroyTime"] = .string(call.now.rfc3339) }
    let changed = version
    world.update(.secretmanager, name) { resource in
      resource.value = changed
      if state == "DESTROYED" { resource.hidden = nil }
    }
    return version
  }
}
