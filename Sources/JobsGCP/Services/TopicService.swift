import JobsCloud
import JobsCore

/// The topics of Pub/Sub of a project (discovery document pubsub.v1, revision 20261027).
struct TopicService: Sendable {
  private let client: GoogleClient
  private let project: String

  init(_ client: GoogleClient, project: String) {
    self.client = client
    self.project = project
  }

  private var folder: String { "v1/projects/\(project)/topics" }

  private func words(_ verb: String, _ name: String) -> String {
    "\(verb) topic '\(Terminal.visible(name))' of '\(project)'"
  }

  /// All topics, page by page.
  ///
  /// - Parameter take: takes each topic, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) {
    try await client.list(
      "list the topics of '\(project)'", .pubsub, folder, key: "topics", pageSize: Self.pageSize, take)
  }

  /// As many as a page has at most.
  private static let pageSize = 1000

  /// nil where there is none.
  func topic(_ name: String) async throws(CloudFailure) -> Tree? {
    do throws(CloudFailure) {
      return try await client.call(words("read", name), .get, .pubsub, "\(folder)/\(name)")
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  /// - Parameter body: a `Topic` as JSON, without its name.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) {
    _ = try await client.call(words("create", name), .put, .pubsub, "\(folder)/\(name)", body: body)
  }

  /// - Parameters:
  ///   - topic: a `Topic` as JSON; the mask stands beside it in the body.
  ///   - mask: the keys of the root that are written.
  func update(_ name: String, _ topic: [UInt8], mask: [String]) async throws(CloudFailure) {
    var body = JSONWriter()
    body.beginObject()
    body.key("topic")
    body.raw(topic)
    body.member("updateMask", mask.joined(separator: ","))
    body.endObject()
    _ = try await client.call(
      words("update", name), .patch, .pubsub, "\(folder)/\(name)", body: body.bytes, isIdempotent: true)
  }

  func delete(_ name: String) async throws(CloudFailure) {
    _ = try await client.call(words("delete", name), .delete, .pubsub, "\(folder)/\(name)")
  }

  /// The whole names of the subscriptions that a topic has, of whichever project.
  func subscriptions(of name: String) async throws(CloudFailure) -> [String] {
    var found: [String] = []
    try await client.list(
      words("list the subscriptions of", name), .pubsub, "\(folder)/\(name)/subscriptions", key: "subscriptions",
      pageSize: Self.pageSize
    ) { tree, node in
      found.append(tree.string(node))
    }
    return found
  }
}
