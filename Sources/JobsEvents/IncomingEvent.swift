/// Something that happened elsewhere, as a sender tells of it.
package struct IncomingEvent: Hashable, Sendable {
  /// What a sender says beside the data.
  package struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// By id and source an event is known; a message that comes again has the same.
  package var id: String
  package var source: String
  package var type: String
  package var subject: String?
  /// As the sender wrote it.
  package var time: String?
  /// Of the data, such as `application/json`.
  package var contentType: String?
  /// In the order in which they came.
  package var attributes: [Attribute] = []
  /// nil where there is none.
  package var data: [UInt8]?

  package init(id: String, source: String, type: String) {
    self.id = id
    self.source = source
    self.type = type
  }

  /// The type of a message of Pub/Sub, as Eventarc names it
  /// (googleapis.github.io/google-cloudevents, google.events.cloud.pubsub.v1, 2026-11).
  package static let messageType = "google.cloud.pubsub.topic.v1.messagePublished"

  /// The last part of a topic's name, where its source is one: `//pubsub.googleapis.com/projects/acme/topics/orders`.
  package var topic: String? {
    let parts = source.split(separator: "/", omittingEmptySubsequences: false)
    guard type == Self.messageType, parts.count >= 2, parts[parts.count - 2] == "topics", let last = parts.last,
      !last.isEmpty
    else { return nil }
    return String(last)
  }
}
