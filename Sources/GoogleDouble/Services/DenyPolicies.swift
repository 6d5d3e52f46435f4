import JobsCore

/// Deny policies (iam.v2, revision 20250502): what tests put there, read alone. Lists leave the rules out.
enum DenyPolicies {
  static let handlers: [String: Methods.Handler] = ["iam.policies.listPolicies": list, "iam.policies.get": get]

  private static func list(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let names = world.stores[.iam]?.names(in: call.path["parent"] ?? "") ?? []
    return try ListPage(call, pages: (1000, 1000), world.settings).answer(names) { name in
      var policy = world.stores[.iam]?[name]?.value ?? [:]
      policy["rules"] = nil
      return policy
    }
  }

  private static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    try world.resource(.iam, call.path["name"] ?? "").value
  }
}
