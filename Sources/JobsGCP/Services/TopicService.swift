import JobsCloud
import JobsCore

/// The topics of Pub/Sub of a project (discovery document pubsub.v1, revision 20261027).
struct TopicService: Sendable {
  private let folder: GoogleFolder

  init(_ client: GoogleClient, project: String) {
    folder = GoogleFolder(client, .pubsub, "v1", project: project, "topics", "topic", "topics", pageSize: 1000)
  }

  /// All topics, page by page.
  ///
  /// - Parameter take: takes each topic, by its page and its place there.
  func list(_ take: (Tree, Tree.ID) -> Void) async throws(CloudFailure) { try await folder.list(take) }

  /// nil where there is none.
  func topic(_ name: String) async throws(CloudFailure) -> Tree? { try await folder.find(name) }

  /// - Parameter body: a `Topic` as JSON, without its name.
  func create(_ name: String, _ body: [UInt8]) async throws(CloudFailure) { try await folder.put("create", name, body) }

  /// - Parameters:
  ///   - topic: a `Topic` as JSON; the mask stands beside it in the body.
  ///   - mask: the keys of the root that are written.
  func update(_ name: String, _ topic: [UInt8], mask: [String]) async throws(CloudFailure) {
    var body = JSONWriter()
    body.object { json in
      json.key("topic")
      json.raw(topic)
      json.member("updateMask", mask.joined(separator: ","))
    }
    try await folder.update(name, body.bytes)
  }

  func delete(_ name: String) async throws(CloudFailure) { try await folder.delete(name) }

  /// The whole names of the subscriptions that a topic has, of whichever project.
  func subscriptions(of name: String) async throws(CloudFailure) -> [String] {
    var found: [String] = []
    try await folder.list("list the subscriptions of", of: name, "subscriptions") { found.append($0.string($1)) }
    return found
  }
}
