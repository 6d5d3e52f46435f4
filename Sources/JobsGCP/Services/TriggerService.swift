import JobsCloud
import JobsCore

/// The triggers of Eventarc in one region of a project (discovery document eventarc.v1, revision 20261002).
struct TriggerService: Sendable {
  private let client: GoogleClient
  private let project: String
  private let region: String

  init(_ client: GoogleClient, project: String, region: String) {
    self.client = client
    self.project = project
    self.region = region
  }

  /// One as the service names it.
  func name(_ name: String) -> String { "projects/\(project)/locations/\(region)/triggers/\(name)" }

  private var folder: String { "v1/projects/\(project)/locations/\(region)/triggers" }

  private func words(_ verb: String, _ name: String) -> String {
    "\(verb) trigger '\(Terminal.visible(name))' of '\(project)' in '\(region)'"
  }

  /// All of them, page by page.
  ///
  /// - Parameter take: takes each, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the triggers of '\(project)' in '\(region)'", .eventarc, folder, key: "triggers", pageSize: Self.pageSize,
      take)
  }

  /// As many as a page has at most (eventarc.v1.json).
  private static let pageSize = 1000

  /// nil where there is none.
  func trigger(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", name), .get, .eventarc, "v1/\(self.name(name))")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// - Parameter body: a `Trigger` as JSON.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    let words = words("create", name)
    try await client.finish(
      words, .eventarc, version: "v1",
      try await client.call(
        words, .post, .eventarc, folder, query: [("triggerId", name)], body: body, isIdempotent: true))
  }

  /// - Parameters:
  ///   - body: a `Trigger` as JSON.
  ///   - mask: the keys of the root that are written; those that the body leaves out become what nobody chose.
  func update(_ name: String, _ body: [UInt8], mask: [String]) async throws(CloudFailure) {
    let words = words("update", name)
    try await client.finish(
      words, .eventarc, version: "v1",
      try await client.call(
        words, .patch, .eventarc, "v1/\(self.name(name))", query: [("updateMask", mask.joined(separator: ","))],
        body: body,
        isIdempotent: true))
  }

  func delete(_ name: String) async throws(CloudFailure) {
    let words = words("delete", name)
    try await client.finish(
      words, .eventarc, version: "v1", try await client.call(words, .delete, .eventarc, "v1/\(self.name(name))"))
  }
}
