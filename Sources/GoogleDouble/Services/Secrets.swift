import JobsCore

/// Secrets (secretmanager.v1, revision 20261021). Their names are answered with the project's number, as Google does.
enum Secrets {
  static let kind = ResourceKind(
    collection: "secretmanager.projects.secrets", type: "google.cloud.secretmanager.v1.Secret",
    idParameter: "secretId", isID: isID, concurrency: .failedPrecondition, immutable: ["replication"],
    pages: (25000, 25000), create: create, update: update)

  /// Letters, digits, hyphens and underscores, at most 255.
  private static func isID(_ id: String) -> Bool {
    (1...255).contains(id.utf8.count)
      && id.utf8.allSatisfy { $0 == 45 || $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) }
  }

  private static func create(_ secret: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    guard let replication = secret["replication"],
      (replication["automatic"] == nil) != (replication["userManaged"] == nil)
    else { throw .invalid("The replication is either automatic or userManaged.", field: "secret.replication") }
    secret["createTime"] = .string(call.now.rfc3339)
    try settle(&secret, world, call)
  }

  private static func update(
    _ secret: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    guard !(call.query("updateMask") ?? "").isEmpty else {
      throw .invalid("The update mask is missing.", field: "update_mask")
    }
    try settle(&secret, world, call)
  }

  private static func settle(_ secret: inout JSONValue, _ world: World, _ call: APICall) throws(APIError) {
    if let ttl = secret["ttl"]?.string.flatMap(WireFormat.milliseconds) {
      guard secret["expireTime"] == nil || ttl > 0 else {
        throw .invalid("A secret has a lifetime or a time of expiry, and not both.", field: "secret.ttl")
      }
      secret["ttl"] = nil
      secret["expireTime"] = .string(call.now.adding(seconds: Int64(ttl / 1000)).rfc3339)
    }
    if secret["rotation"] != nil, (secret["topics"]?.list ?? []).isEmpty {
      throw .invalid("A rotation needs a topic to tell of it.", field: "secret.topics")
    }
    let name = secret["name"]?.string ?? ""
    for alias in secret["versionAliases"]?.object?.entries ?? [] {
      let version = "\(name)/versions/\(alias.value.string ?? "")"
      guard world.stores[.secretmanager]?[version] != nil else {
        throw .invalid(
          "The alias '\(alias.key)' stands for a version that there is not.", field: "secret.version_aliases")
      }
    }
  }
}
