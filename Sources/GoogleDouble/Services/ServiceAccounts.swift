import JobsCore

/// Service accounts (iam.v1, revision 20261023).
enum ServiceAccounts {
  static let handlers: [String: Methods.Handler] = [
    "iam.projects.serviceAccounts.create": create, "iam.projects.serviceAccounts.get": get,
    "iam.projects.serviceAccounts.list": list, "iam.projects.serviceAccounts.patch": patch,
    "iam.projects.serviceAccounts.update": update, "iam.projects.serviceAccounts.delete": delete,
    "iam.projects.serviceAccounts.enable": { call, world throws(APIError) in
      try change(call, &world) { $0["disabled"] = nil }
    },
    "iam.projects.serviceAccounts.disable": { call, world throws(APIError) in
      try change(call, &world) { $0["disabled"] = true }
    },
    "iam.projects.serviceAccounts.getIamPolicy": { call, world throws(APIError) in
      _ = try find(call.target, world)
      return try PolicyMethods.get(call, &world)
    },
    "iam.projects.serviceAccounts.setIamPolicy": { call, world throws(APIError) in
      _ = try find(call.target, world)
      return try PolicyMethods.set(call, &world)
    },
  ]

  static func find(_ name: String, _ world: World) throws(APIError) -> Resource {
    guard let resource = world.stores[.iam]?[name] else {
      throw APIError(
        .notFound, "Unknown service account: '\(ResourceName.id(of: name))'",
        details: [["@type": "type.googleapis.com/google.rpc.ResourceInfo", "resourceName": .string(name)]])
    }
    return resource
  }

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let id = call.body["accountId"]?.string ?? ""
    let isPlain = id.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
    guard isPlain, (6...30).contains(id.utf8.count), id.utf8.first.map({ $0 > 57 }) ?? false, !id.hasSuffix("-") else {
      throw .invalid(
        "The account id '\(id)' has not 6 to 30 small letters, digits and hyphens, begun by a letter.",
        field: "account_id")
    }
    let project = call.project ?? ""
    let email = "\(id)@\(project).iam.gserviceaccount.com"
    let name = "projects/\(project)/serviceAccounts/\(email)"
    guard world.stores[.iam]?[name] == nil else {
      throw APIError(
        .alreadyExists, "Service account \(id) already exists within project projects/\(project).",
        details: [["@type": "type.googleapis.com/google.rpc.ResourceInfo", "resourceName": .string(name)]])
    }
    // 21 digits, as those of Google.
    let number = "100000000\(World.number(ofProject: world.uuid()))"
    var account: JSONValue = [
      "name": .string(name), "projectId": .string(project), "uniqueId": .string(number), "email": .string(email),
      "etag": .string(world.byteETag()), "oauth2ClientId": .string(number),
    ]
    for field in ["displayName", "description"] { account[field] = call.body["serviceAccount"]?[field] }
    world.store(.iam, name, Resource(account))
    return account
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    try find(call.target, world).value
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.iam]?.names(in: "\(call.target)/serviceAccounts") ?? []
    return try ListPage(call, pages: (20, 100), world.settings).answer(names) {
      world.stores[.iam]?[$0]?.value ?? .null
    }
  }

  /// PATCH has account and mask in its body, and the mask is needed.
  private static func patch(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let new = call.body["serviceAccount"] ?? [:]
    guard let mask = call.body["updateMask"]?.string, !mask.isEmpty else {
      throw .invalid("The update mask is missing.", field: "update_mask")
    }
    return try write(new, try UpdateMask(mask, "ServiceAccount", call.method.document), call, &world)
  }

  /// PUT replaces what may be changed.
  private static func update(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    try write(call.body, try UpdateMask(nil, "ServiceAccount", call.method.document), call, &world)
  }

  private static func write(
    _ new: JSONValue, _ mask: UpdateMask, _ call: APICall, _ world: inout World
  ) throws(APIError) -> JSONValue {
    let old = try find(call.target, world).value
    if let etag = new["etag"]?.string, !etag.isEmpty, etag != old["etag"]?.string {
      throw APIError(.aborted, "The etag '\(etag)' is not that of '\(call.target)': it has changed.")
    }
    var account = mask.apply(to: old, new) { $0 != "displayName" && $0 != "description" }
    account["etag"] = .string(world.byteETag())
    let changed = account
    world.update(.iam, call.target) { $0.value = changed }
    return account
  }

  private static func delete(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try find(call.target, world)
    world.remove(.iam, call.target)
    return [:]
  }

  private static func change(
    _ call: APICall, _ world: inout World, _ body: (inout JSONValue) -> Void
  ) throws(APIError) -> JSONValue {
    _ = try find(call.target, world)
    world.update(.iam, call.target) { body(&$0.value) }
    return [:]
  }
}
