import JobsCore

/// Repositories of Artifact Registry, and the images in them (artifactregistry.v1, revision 20261031). Images are put
/// there by the control port: nothing is pushed to a double.
enum Repositories {
  static let kind = ResourceKind(
    collection: "artifactregistry.projects.locations.repositories",
    type: "google.devtools.artifactregistry.v1.Repository", idParameter: "repositoryId", isID: isID,
    immutable: ["format", "mode", "kmsKeyName"],
    metadata: .plain("google.devtools.artifactregistry.v1.OperationMetadata"), create: create, update: update)

  static let images = ResourceKind(
    collection: "artifactregistry.projects.locations.repositories.dockerImages",
    type: "google.devtools.artifactregistry.v1.DockerImage")

  /// Small letters, digits and hyphens, begun by a letter, at most 63.
  private static func isID(_ id: String) -> Bool {
    (1...63).contains(id.utf8.count) && id.utf8.first.map { (97...122).contains($0) } ?? false && !id.hasSuffix("-")
      && id.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) }
  }

  private static func create(_ repository: inout JSONValue, _ world: inout World, _ call: APICall) throws(APIError) {
    let format = repository["format"]?.string ?? "FORMAT_UNSPECIFIED"
    guard format != "FORMAT_UNSPECIFIED" else { throw .invalid("The format is missing.", field: "repository.format") }
    repository.setDefault("mode", "STANDARD_REPOSITORY")
    repository["createTime"] = .string(call.now.rfc3339)
    repository["updateTime"] = .string(call.now.rfc3339)
    let location = ResourceName.location(of: call.target) ?? ""
    let id = ResourceName.id(of: repository["name"]?.string ?? "")
    repository["registryUri"] = .string(
      "\(location)-\(format == "DOCKER" ? "docker" : format.lowercased()).pkg.dev/\(call.project ?? "")/\(id)")
    repository["sizeBytes"] = "0"
    try check(repository)
  }

  private static func update(
    _ repository: inout JSONValue, _ old: JSONValue, _ world: inout World, _ call: APICall
  ) throws(APIError) {
    try check(repository)
    repository["updateTime"] = .string(call.now.rfc3339)
  }

  /// A policy of clean-up has an id, which is its key, an action, and either a condition or a number of versions.
  private static func check(_ repository: JSONValue) throws(APIError) {
    for entry in repository["cleanupPolicies"]?.object?.entries ?? [] {
      let place = "repository.cleanup_policies[\(entry.key)]"
      guard entry.value["id"]?.string.map({ $0 == entry.key }) ?? true else {
        throw .invalid("The id of the policy is not its key '\(entry.key)'.", field: "\(place).id")
      }
      guard (entry.value["condition"] == nil) != (entry.value["mostRecentVersions"] == nil) else {
        throw .invalid("A policy has either a condition or a number of versions.", field: place)
      }
      let action = entry.value["action"]?.string
      guard action == "KEEP" || action == "DELETE" else {
        throw .invalid("A policy keeps or deletes.", field: "\(place).action")
      }
      guard action == "KEEP" || entry.value["mostRecentVersions"] == nil else {
        throw .invalid("A number of versions can be kept alone.", field: "\(place).most_recent_versions")
      }
      guard entry.key.utf8.count < 128 else { throw .invalid("The id of the policy is too long.", field: place) }
    }
  }
}
