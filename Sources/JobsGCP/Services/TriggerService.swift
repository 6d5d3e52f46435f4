import JobsCloud
import JobsCore

/// The triggers of Eventarc in one region of a project (discovery document eventarc.v1, revision 20261002).
struct TriggerService: Sendable {
  private let folder: GoogleFolder

  init(_ client: GoogleClient, project: String, region: String) {
    folder = GoogleFolder(
      client, .eventarc, "v1", project: project, region: region, "triggers", "trigger", "triggers", pageSize: 1000,
      isLongRunning: true)
  }

  /// One as the service names it.
  func name(_ name: String) -> String { folder.name(name) }

  /// All of them, page by page.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

  /// nil where there is none.
  func trigger(_ name: String) async throws(CloudFailure) -> Tree? { try await folder.find(name) }

  /// - Parameter body: a `Trigger` as JSON.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    try await folder.create(name, by: "triggerId", body)
  }

  /// - Parameters:
  ///   - body: a `Trigger` as JSON.
  ///   - mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
  func update(_ name: String, _ body: [UInt8], mask: [String]) async throws(CloudFailure) {
    try await folder.update(name, body, mask: mask)
  }

  func delete(_ name: String) async throws(CloudFailure) { try await folder.delete(name) }
}
