import JobsCore

/// Keys of service accounts. Those that users make are numbers alone: what they would sign, nobody checks. The one of an account that
/// is Google's to use signs, and tells its public part.
enum ServiceAccountKeys {
  static let handlers: [String: Methods.Handler] = [
    "iam.projects.serviceAccounts.keys.create": create, "iam.projects.serviceAccounts.keys.get": get,
    "iam.projects.serviceAccounts.keys.list": list, "iam.projects.serviceAccounts.keys.delete": delete,
    "iam.projects.serviceAccounts.keys.enable": { call, world throws(APIError) in
      try change(call, &world) { key in
        key["disabled"] = nil
        key["disableReason"] = nil
      }
    },
    "iam.projects.serviceAccounts.keys.disable": { call, world throws(APIError) in
      try change(call, &world) { key in
        key["disabled"] = true
        key["disableReason"] = "SERVICE_ACCOUNT_KEY_DISABLE_REASON_USER_INITIATED"
      }
    },
  ]

  /// User-managed keys of an account at most (cloud.google.com/iam/quotas, 2026-11-21).
  private static let most = 10
  /// Keys do not expire by themselves: the last second that the format has.
  private static let end = "9999-12-31T23:59:59Z"

  private static func create(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try ServiceAccounts.find(call.target, world)
    guard (world.stores[.iam]?.names(in: "\(call.target)/keys") ?? []).count < most else {
      throw APIError(.failedPrecondition, "The account '\(call.target)' has \(most) keys, and can have no more.")
    }
    let id = String((world.uuid() + world.uuid()).filter { $0 != "-" }.prefix(40))
    let key: JSONValue = [
      "name": .string("\(call.target)/keys/\(id)"), "keyAlgorithm": call.body["keyAlgorithm"] ?? "KEY_ALG_RSA_2048",
      "keyOrigin": "GOOGLE_PROVIDED", "keyType": "USER_MANAGED", "validAfterTime": .string(call.now.rfc3339),
      "validBeforeTime": .string(end),
    ]
    world.store(.iam, "\(call.target)/keys/\(id)", Resource(key))
    var answer = key
    let file: JSONValue = [
      "type": "service_account", "private_key_id": .string(id),
      "client_email": .string(ResourceName.id(of: call.target)),
    ]
    answer["privateKeyType"] = call.body["privateKeyType"] ?? "TYPE_GOOGLE_CREDENTIALS_FILE"
    answer["privateKeyData"] = .string(Base64.encode(file.bytes))
    return answer
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let account = ResourceName.parent(of: call.target)
    guard let key = world.systemKeys[ResourceName.id(of: account)], key.id == ResourceName.id(of: call.target) else {
      return try world.resource(.iam, call.target).value
    }
    var value = value(of: key, account)
    switch call.query("publicKeyType") ?? "TYPE_NONE" {
    case "TYPE_NONE": break
    case "TYPE_RAW_PUBLIC_KEY": value["publicKeyData"] = .string(Base64.encode(Array(key.publicKey.utf8)))
    default: throw .unimplemented("\(call.method.id) of a certificate")
    }
    return value
  }

  private static func value(of key: ServiceAccountKey, _ account: String) -> JSONValue {
    [
      "name": .string("\(account)/keys/\(key.id)"), "keyAlgorithm": "KEY_ALG_RSA_2048",
      "keyOrigin": "GOOGLE_PROVIDED", "keyType": "SYSTEM_MANAGED", "validBeforeTime": .string(end),
    ]
  }

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try ServiceAccounts.find(call.target, world)
    let types = call.query["keyTypes"] ?? []
    guard Set(types).count == types.count else {
      throw .invalid("Duplicate key types are not allowed.", field: "key_types")
    }
    let names =
      types.isEmpty || types.contains("USER_MANAGED") ? world.stores[.iam]?.names(in: "\(call.target)/keys") : nil
    var keys = (names ?? []).compactMap { world.stores[.iam]?[$0]?.value }
    if types.isEmpty || types.contains("SYSTEM_MANAGED") {
      keys.append(value(of: try world.systemKey(of: ResourceName.id(of: call.target)), call.target))
    }
    return keys.isEmpty ? [:] : ["keys": .list(keys)]
  }

  private static func delete(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    _ = try world.resource(.iam, call.target)
    world.remove(.iam, call.target)
    return [:]
  }

  private static func change(
    _ call: APICall, _ world: inout World, _ body: (inout JSONValue) -> Void
  ) throws(APIError) -> JSONValue {
    _ = try world.resource(.iam, call.target)
    world.update(.iam, call.target) { body(&$0.value) }
    return [:]
  }
}
