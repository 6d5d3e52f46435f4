/// What topics and subscriptions have in common.
enum PubSub {
  /// - Throws: for an id that is not 3 to 255 letters, digits and `-._~%+`, begun by a letter, and not with 'goog'.
  static func checkID(_ name: String) throws(APIError) {
    let id = ResourceName.id(of: name)
    let isPlain = id.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 32) || "-._~%+".utf8.contains($0)
    }
    guard isPlain, (3...255).contains(id.utf8.count), id.utf8.first.map({ (97...122).contains($0 | 32) }) ?? false,
      !id.hasPrefix("goog")
    else { throw .invalid("You have passed an invalid argument: the name '\(name)'.", field: "name") }
  }

  static func exists(_ name: String) -> APIError {
    APIError(.alreadyExists, "Resource already exists in the project (resource=\(ResourceName.id(of: name))).")
  }

  /// Updates a resource whose new value and mask stand in the body.
  ///
  /// - Parameter field: of the body that has the value.
  static func patch(
    _ field: String, immutable: Set<String>, _ call: APICall, _ world: inout World,
    _ settle: (inout JSONValue, World) throws(APIError) -> Void
  ) throws(APIError) -> JSONValue {
    let name = call.target
    let old = try world.resource(.pubsub, name).value
    guard let text = call.body["updateMask"]?.string, !text.isEmpty else {
      throw .invalid("The update_mask in the request is empty.", field: "update_mask")
    }
    let new = call.body[field] ?? [:]
    let schema = field == "topic" ? "Topic" : "Subscription"
    let mask = try UpdateMask(text, schema, call.method.document)
    for name in immutable where mask.covers(name) && !mask.names.isEmpty {
      throw .invalid("Invalid update_mask provided in the request: '\(name)' cannot be changed.", field: "update_mask")
    }
    var value = mask.apply(to: old, new) { $0 == "name" || $0 == "state" || immutable.contains($0) }
    try settle(&value, world)
    let changed = value
    world.update(.pubsub, name) { $0.value = changed }
    return value
  }
}
