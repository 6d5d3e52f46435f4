import JobsCore

/// Deny policies (iam.v2, revision 20250502): what tests put there, read alone. Lists leave the rules out.
enum DenyPolicies {
  static let handlers: [String: Methods.Handler] = ["iam.policies.listPolicies": list, "iam.policies.get": get]

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.iam]?.names(in: call.path["parent"] ?? "") ?? []
    return try ListPage(call, pages: (1000, 1000), world.settings).answer(names) { name in
      var policy = Self.named(name, world.stores[.iam]?[name]?.value ?? [:])
      policy["rules"] = nil
      return policy
    }
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let name = call.path["name"] ?? ""
    return named(name, try world.resource(.iam, name).value)
  }

  /// A policy with its name as the service writes it: the slashes within the point of attachment are encoded.
  private static func named(_ name: String, _ policy: JSONValue) -> JSONValue {
    let parts = name.split(separator: "/")
    var policy = policy
    policy["name"] = .string(
      "\(parts[0])/\(parts[1..<(parts.count - 2)].joined(separator: "%2F"))/\(parts.suffix(2).joined(separator: "/"))")
    return policy
  }
}
