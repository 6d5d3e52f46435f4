import JobsCloud
import JobsCore

/// The service accounts of a project (discovery document iam.v1, revision 20261023), by what stands before the `@` of their
/// addresses.
struct ServiceAccountService: Sendable {
  private let folder: GoogleFolder
  private let project: String

  init(_ client: GoogleClient, project: String) {
    self.project = project
    folder = GoogleFolder(
      client, .iam, "v1", project: project, "serviceAccounts", key: "accounts", "service account", "service accounts",
      pageSize: 100)
  }

  private func email(_ id: String) -> String { ServiceAccountName(id, project: project).email }

  /// All accounts, page by page.
  ///
  /// - Parameter take: takes each account, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

  /// nil where there is none.
  func account(_ id: String) async throws(CloudFailure) -> Tree? { try await folder.find(email(id)) }

  /// - Parameter account: the fields of a `ServiceAccount` as JSON.
  func create(_ id: String, _ account: [UInt8]) async throws(CloudFailure) {
    try await folder.create(email(id), Self.body(account, "accountId", id))
  }

  /// - Parameters:
  ///   - account: the fields of a `ServiceAccount` as JSON.
  ///   - mask: those that are written.
  func update(_ id: String, _ account: [UInt8], mask: [String]) async throws(CloudFailure) {
    try await folder.update(email(id), Self.body(account, "updateMask", mask.joined(separator: ",")))
  }

  /// Whether nobody can act as it from now on; its keys and its rights stay.
  func set(_ id: String, isDisabled: Bool) async throws(CloudFailure) {
    try await folder.act(isDisabled ? "disable" : "enable", email(id))
  }

  func delete(_ id: String) async throws(CloudFailure) { try await folder.delete(email(id)) }

  private static func body(_ account: [UInt8], _ key: StaticString, _ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("serviceAccount")
      json.raw(account)
      json.member(key, text)
    }
    return json.bytes
  }
}
