import JobsCore

/// Roles of projects and organizations (iam.v1, revision 20261023). Of Google's own there are those that tests put there.
enum CustomRoles {
  static let handlers: [String: Methods.Handler] = {
    var handlers: [String: Methods.Handler] = ["iam.roles.get": get, "iam.roles.list": list]
    for parent in ["projects", "organizations"] {
      let own: [String: Methods.Handler] = [
        "create": create, "get": get, "list": list, "patch": patch,
        "delete": { call, world throws(APIError) in try setDeleted(true, call, &world) },
        "undelete": { call, world throws(APIError) in try setDeleted(nil, call, &world) },
      ]
      for (action, handler) in own { handlers["iam.\(parent).roles.\(action)"] = handler }
    }
    return handlers
  }()

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let id = call.body["roleId"]?.string ?? ""
    let isPlain = id.utf8.allSatisfy {
      $0 == 46 || $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32)
    }
    guard isPlain, (3...64).contains(id.utf8.count) else {
      throw .invalid("The role id '\(id)' has not 3 to 64 letters, digits, '_' and '.'.", field: "role_id")
    }
    let name = "\(call.target)/roles/\(id)"
    if let standing = world.stores[.iam]?[name]?.value {
      guard standing["deleted"] != nil else { throw .exists(name) }
      throw APIError(
        .failedPrecondition, "You can't create a role_id (\(id)) which has been marked for deletion.")
    }
    var role = call.body["role"] ?? [:]
    role["name"] = .string(name)
    role["deleted"] = nil
    return try write(role, name, &world)
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    try world.resource(.iam, call.target).value
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let collection = call.target.isEmpty ? "roles" : "\(call.target)/roles"
    let all = (world.stores[.iam]?.names(in: collection) ?? []).compactMap {
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
    guard old["deleted"] == nil else {
      throw APIError(.failedPrecondition, "The role '\(call.target)' has been marked for deletion.")
    }
    let mask = try UpdateMask(call.query("updateMask"), "Role", call.method.document)
    let role = mask.apply(to: old, call.body) { ["name", "etag", "deleted"].contains($0) }
    return try write(role, call.target, &world)
  }

  /// Which permissions there are is not known of services that are not doubled, but what they look like is.
  private static func write(_ role: JSONValue, _ name: String, _ world: inout World) throws(APIError) -> JSONValue {
    for permission in (role["includedPermissions"]?.list ?? []).compactMap(\.string) {
      let parts = permission.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && !$0.contains("*") }) else {
        throw .invalid("Permission \(permission) is not valid.", field: "role.included_permissions")
      }
    }
    var role = role
    role["etag"] = .string(world.byteETag())
    // What nobody chose is not told, as the document says.
    if role["stage"] == "ALPHA" { role["stage"] = nil }
    world.store(.iam, name, Resource(role))
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
