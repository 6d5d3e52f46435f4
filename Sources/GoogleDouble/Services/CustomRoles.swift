import JobsCore

/// Roles of a project (iam.v1, revision 20261023). Roles of Google's own are not known here.
enum CustomRoles {
  static let handlers: [String: Methods.Handler] = [
    "iam.projects.roles.create": create, "iam.projects.roles.get": get, "iam.projects.roles.list": list,
    "iam.projects.roles.patch": patch,
    "iam.projects.roles.delete": { call, world throws(APIError) in try setDeleted(true, call, &world) },
    "iam.projects.roles.undelete": { call, world throws(APIError) in try setDeleted(nil, call, &world) },
  ]

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let id = call.body["roleId"]?.string ?? ""
    let isPlain = id.utf8.allSatisfy {
      $0 == 46 || $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32)
    }
    guard isPlain, (3...64).contains(id.utf8.count) else {
      throw .invalid("The role id '\(id)' has not 3 to 64 letters, digits, '_' and '.'.", field: "role_id")
    }
    let name = "\(call.target)/roles/\(id)"
    guard world.stores[.iam]?[name] == nil else { throw .exists(name) }
    var role = call.body["role"] ?? [:]
    role["name"] = .string(name)
    role["etag"] = .string(world.byteETag())
    role.setDefault("stage", "ALPHA")
    role["deleted"] = nil
    world.store(.iam, name, Resource(role))
    return role
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    try world.resource(.iam, call.target).value
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let all = (world.stores[.iam]?.names(in: "\(call.target)/roles") ?? []).compactMap {
      world.stores[.iam]?[$0]?.value
    }
    let shown = all.filter { call.flag("showDeleted") || $0["deleted"] == nil }
    return try ListPage(call, pages: (300, 1000), world.settings).answer(shown) { role in
      var role = role
      if call.query("view") != "FULL" { role["includedPermissions"] = nil }
      return role
    }
  }

  private static func patch(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let old = try world.resource(.iam, call.target).value
    try check(call.body["etag"]?.string, old)
    let mask = try UpdateMask(call.query("updateMask"), "Role", call.method.document)
    var role = mask.apply(to: old, call.body) { ["name", "etag", "deleted"].contains($0) }
    role["etag"] = .string(world.byteETag())
    let changed = role
    world.update(.iam, call.target) { $0.value = changed }
    return role
  }

  /// A role that is deleted stays for a week, and can be had back.
  private static func setDeleted(
    _ isDeleted: Bool?, _ call: APICall, _ world: inout World
  ) throws(APIError) -> JSONValue {
    let old = try world.resource(.iam, call.target).value
    try check(call.query("etag") ?? call.body["etag"]?.string, old)
    guard (old["deleted"]?.bool ?? false) != (isDeleted ?? false) else {
      throw APIError(.failedPrecondition, "The role '\(call.target)' is \(isDeleted == nil ? "not " : "")deleted.")
    }
    var role = old
    role["deleted"] = isDeleted.map { .bool($0) }
    role["etag"] = .string(world.byteETag())
    let changed = role
    world.update(.iam, call.target) { $0.value = changed }
    return role
  }

  private static func check(_ etag: String?, _ role: JSONValue) throws(APIError) {
    guard let etag, !etag.isEmpty, etag != role["etag"]?.string else { return }
    throw APIError(.aborted, "There were concurrent changes to the role: its etag is not '\(etag)'.")
  }
}
