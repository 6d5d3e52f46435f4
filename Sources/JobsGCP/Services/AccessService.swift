package import JobsCloud
import JobsCore

/// What a caller may do (discovery documents cloudresourcemanager.v3, revision 20261107, and iam.v1, revision 20261023).
package struct AccessService: Sendable {
  private let client: GoogleClient

  package init(_ client: GoogleClient) { self.client = client }

  /// Those of some permissions that the caller has not on a project, in byte order.
  package func missing(_ permissions: Set<String>, onProject project: String) async throws(CloudFailure) -> [String] {
    try await missing(
      permissions, "ask what may be done in project '\(project)'", .resources,
      "v3/projects/\(project):testIamPermissions")
  }

  /// Those of some permissions that the caller has not on a service account, in byte order.
  package func missing(_ permissions: Set<String>, onAccount email: String) async throws(CloudFailure) -> [String] {
    try await missing(
      permissions, "ask what may be done with service account '\(email)'", .iam,
      "v1/projects/-/serviceAccounts/\(email):testIamPermissions")
  }

  /// Those of some permissions that the caller has not on a secret, in byte order (discovery document secretmanager.v1,
  /// revision 20261021).
  func missing(
    _ permissions: Set<String>, onSecret secret: String, ofProject project: String
  ) async throws(CloudFailure) -> [String] {
    try await missing(
      permissions, "ask what may be done with secret '\(secret)'", .secrets,
      "v1/projects/\(project)/secrets/\(secret):testIamPermissions")
  }

  /// Those of some permissions that the caller has not on a repository of Artifact Registry, in byte order (discovery document
  /// artifactregistry.v1, revision 20261031).
  ///
  /// - Parameter repository: `projects/P/locations/L/repositories/R`.
  func missing(
    _ permissions: Set<String>, onRepository repository: String
  ) async throws(CloudFailure) -> [String] {
    try await missing(
      permissions, "ask what may be done with repository '\(repository)'", .artifacts,
      "v1/\(repository):testIamPermissions")
  }

  private func missing(
    _ permissions: Set<String>, _ words: String, _ api: GoogleAPI, _ path: String
  ) async throws(CloudFailure) -> [String] {
    var body = JSONWriter()
    body.beginObject()
    body.key("permissions")
    body.beginArray()
    for permission in permissions.sorted() { body.value(permission) }
    body.endArray()
    body.endObject()
    let answer = try await client.call(words, .post, api, path, body: body.bytes, isIdempotent: true)
    let granted = answer.value(Tree.root, "permissions").map { answer.children($0).map(answer.string) } ?? []
    return permissions.subtracting(granted).sorted()
  }
}
