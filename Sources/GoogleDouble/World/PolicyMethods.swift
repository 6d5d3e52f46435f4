import JobsCore

/// Policies of resources: read, changed and written with the etag that was read, so that nobody's change is lost.
enum PolicyMethods {
  /// Of a policy that nobody has set.
  private static let firstETag = "ACAB"

  static func get(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    let asked =
      call.query("options.requestedPolicyVersion").flatMap { Int($0) }
      ?? call.body["options"]?["requestedPolicyVersion"]?.int ?? 0
    guard [0, 1, 3].contains(asked) else {
      throw .invalid("The policy version \(asked) is none of 0, 1 and 3.", field: "options.requested_policy_version")
    }
    let policy = try current(call, world)
    let hasConditions = policy["bindings"]?.list?.contains { $0["condition"] != nil } ?? false
    return hasConditions && asked < 3 ? withoutConditions(policy) : policy
  }

  static func set(_ call: APICall, _ world: inout World) throws(APIError) -> JSONValue {
    guard var policy = call.body["policy"] else { throw .invalid("The field 'policy' is missing.", field: "policy") }
    let current = try current(call, world)
    // No etag means that whatever is there is to be overwritten.
    if let etag = policy["etag"]?.string, !etag.isEmpty, etag != current["etag"]?.string {
      throw APIError(
        .aborted,
        "There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.")
    }
    let bindings = policy["bindings"]?.list ?? []
    let version = policy["version"]?.int ?? 0
    let hasConditions = bindings.contains { $0["condition"] != nil }
    guard [0, 1, 3].contains(version) else {
      throw .invalid("The policy version \(version) is none of 0, 1 and 3.", field: "policy.version")
    }
    guard !hasConditions || version == 3 else {
      throw .invalid("A policy with conditions must have version 3.", field: "policy.version")
    }
    for (index, binding) in bindings.enumerated() { try PolicyCheck.check(binding, index) }
    policy["bindings"] = bindings.isEmpty ? nil : .list(merged(bindings))
    policy["version"] = hasConditions ? 3 : 1
    policy["etag"] = .string(world.byteETag())
    store(policy, call, &world)
    return policy
  }

  /// What of the permissions that are asked about was not taken away.
  static func test(_ call: APICall, _ world: World) -> JSONValue {
    let asked = (call.body["permissions"]?.list ?? []).compactMap(\.string)
    let held = asked.filter { !Admission.isDenied($0, on: resource(call), world.settings) }
    return held.isEmpty ? [:] : ["permissions": .list(held.map { .string($0) })]
  }

  private static func resource(_ call: APICall) -> String { call.path["resource"] ?? call.target }

  private static func current(_ call: APICall, _ world: World) throws(APIError) -> JSONValue {
    let found = world.stores[call.service]?[resource(call)]
    if found == nil, Methods.kinds[call.method.collection] != nil { throw .notFound(resource(call)) }
    return found?.policy ?? ["etag": .string(firstETag)]
  }

  private static func store(_ policy: JSONValue, _ call: APICall, _ world: inout World) {
    let name = resource(call)
    if world.stores[call.service]?[name] == nil { world.store(call.service, name, Resource(["name": .string(name)])) }
    world.update(call.service, name) { $0.policy = policy }
  }

  /// Bindings of the same role and condition become one, and members are there once.
  private static func merged(_ bindings: [JSONValue]) -> [JSONValue] {
    var merged: [JSONValue] = []
    for var binding in bindings {
      let members = binding["members"]?.list ?? []
      guard !members.isEmpty else { continue }
      let same = merged.firstIndex { $0["role"] == binding["role"] && $0["condition"] == binding["condition"] }
      var all = same.map { merged[$0]["members"]?.list ?? [] } ?? []
      for member in members where !all.contains(member) { all.append(member) }
      binding["members"] = .list(all)
      if let same { merged[same] = binding } else { merged.append(binding) }
    }
    return merged
  }

  /// What a client sees that does not know of conditions: roles with a name that it cannot write back unnoticed.
  private static func withoutConditions(_ policy: JSONValue) -> JSONValue {
    var policy = policy
    policy["version"] = 1
    policy["bindings"] = .list(
      (policy["bindings"]?.list ?? []).map { binding in
        guard let condition = binding["condition"], let role = binding["role"]?.string else { return binding }
        var plain = binding
        plain["condition"] = nil
        let hash = withUnsafeBytes(of: condition.bytes.fnv1a64.bigEndian) { Array($0) }
        plain["role"] = .string("\(role)_withcond_\(String(hexadecimal: hash))")
        return plain
      })
    return policy
  }
}
