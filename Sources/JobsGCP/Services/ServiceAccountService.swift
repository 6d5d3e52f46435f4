import JobsCloud
import JobsCore

/// The service accounts of a project (discovery document iam.v1, revision 20261023).
struct ServiceAccountService: Sendable {
  private let client: GoogleClient
  private let project: String

  init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  private var folder: String { "v1/projects/\(project)/serviceAccounts" }

  private func path(_ id: String) -> String { "\(folder)/\(ServiceAccountName(id, project: project).email)" }

  private func words(_ verb: String, _ id: String) -> String {
    "\(verb) service account '\(Terminal.visible(id))' of '\(project)'"
  }

  /// All accounts, page by page.
  ///
  /// - Parameter take: takes each account, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the service accounts of '\(project)'", .iam, folder, key: "accounts", pageSize: Self.pageSize, take)
  }

  /// As many as a page has at most (iam.v1.json).
  private static let pageSize = 100

  /// nil where there is none.
  func account(_ id: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", id), .get, .iam, path(id))
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// - Parameter account: the fields of a `ServiceAccount` as JSON.
  func create(_ id: String, _ account: [UInt8]) async throws(CloudFailure) {
    let body = Self.object([("accountId", Self.text(id)), ("serviceAccount", account)])
    _ = try await client.call(words("create", id), .post, .iam, folder, body: body, isIdempotent: true)
  }

  /// - Parameters:
  ///   - account: the fields of a `ServiceAccount` as JSON.
  ///   - mask: those that are written.
  func update(_ id: String, _ account: [UInt8], mask: [String]) async throws(CloudFailure) {
    let body = Self.object([("serviceAccount", account), ("updateMask", Self.text(mask.joined(separator: ",")))])
    _ = try await client.call(words("update", id), .patch, .iam, path(id), body: body, isIdempotent: true)
  }

  /// Whether nobody can act as it from now on; its keys and its rights stay.
  func set(_ id: String, isDisabled: Bool) async throws(CloudFailure) {
    let verb = isDisabled ? "disable" : "enable"
    _ = try await client.call(
      words(verb, id), .post, .iam, "\(path(id)):\(verb)", body: Array("{}".utf8), isIdempotent: true)
  }

  func delete(_ id: String) async throws(CloudFailure) {
    _ = try await client.call(words("delete", id), .delete, .iam, path(id))
  }

  private static func object(_ entries: [(key: StaticString, json: [UInt8])]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    for entry in entries {
      json.key(entry.key)
      json.raw(entry.json)
    }
    json.endObject()
    return json.bytes
  }

  private static func text(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.value(text)
    return json.bytes
  }
}
