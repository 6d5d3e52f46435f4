package import JobsCloud
package import JobsCore

/// CloudTrail: who changed what in an account. It knows the events of a region for 90 days, and takes two calls a second.
///
/// Source: the service's model of API version 2013-11-01 in botocore 1.44.5, 2026-11.
package struct CloudTrail: Sendable {
  private let client: AWSClient

  /// - Parameter client: of the service in the region of the events; those of IAM are in Virginia.
  package init(_ client: AWSClient) { self.client = client }

  /// What is asked for; the service looks by one attribute alone.
  package struct Query: Sendable, Hashable {
    package enum Attribute: String, Sendable, CaseIterable {
      case eventID = "EventId"
      case eventName = "EventName"
      case isReadOnly = "ReadOnly"
      case username = "Username"
      case resourceType = "ResourceType"
      case resourceName = "ResourceName"
      case eventSource = "EventSource"
      case accessKeyID = "AccessKeyId"
    }

    package var from: Instant?
    package var to: Instant?
    package var attribute: Attribute?
    package var value = ""

    package init(from: Instant? = nil, to: Instant? = nil) {
      self.from = from
      self.to = to
    }
  }

  package struct Event: Sendable, Hashable {
    package struct Resource: Sendable, Hashable {
      /// `AWS::IAM::Role`; empty where it is not told.
      package var type: String
      package var name: String
    }

    package var id: String
    /// `RunTask`.
    package var name: String
    /// `ecs.amazonaws.com`.
    package var source: String
    package var time: Instant
    /// As the service calls who did it; nil where it does not.
    package var username: String?
    /// nil where it is not told.
    package var isReadOnly: Bool?
    package var accessKeyID: String?
    package var resources: [Resource]
    /// The whole event as JSON, with whatever its caller handed over: not for output.
    package var detail: Secret
  }

  /// Reads events, page by page, the newest first.
  ///
  /// - Parameter page: is handed the events of a page, one at least; false for enough.
  package func events(_ query: Query, _ page: ([Event]) -> Bool) async throws(CloudFailure) {
    let words = "read what happened in the account"
    if let from = query.from, let to = query.to, from > to {
      throw .refused(words, "EndTime", "is before 'StartTime'", hint: "ask for a time that ends later")
    }
    try await PageWalk(words).run { (token) async throws(CloudFailure) in
      let tree = try await client.send(
        words, target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
        body: Self.body(query, token), isIdempotent: true)
      var events: [Event] = []
      for item in tree.elements(Tree.root, "Events") {
        guard let event = Self.event(tree, item) else {
          throw client.strange(words, "its reply has an event without an id, a name or a time")
        }
        events.append(event)
      }
      if !events.isEmpty, !page(events) { return nil }
      return tree.words(Tree.root, "NextToken")
    }
  }

  private static func event(_ tree: Tree, _ item: Tree.ID) -> Event? {
    guard let id = tree.words(item, "EventId"), let name = tree.words(item, "EventName"),
      let time = tree.instant(item, "EventTime")
    else { return nil }
    return Event(
      id: id, name: name, source: tree.words(item, "EventSource") ?? "", time: time,
      username: tree.words(item, "Username"), isReadOnly: tree.words(item, "ReadOnly").map { $0 == "true" },
      accessKeyID: tree.words(item, "AccessKeyId"),
      resources: tree.elements(item, "Resources").compactMap { resource in
        tree.words(resource, "ResourceName").map {
          Event.Resource(type: tree.words(resource, "ResourceType") ?? "", name: $0)
        }
      }, detail: Secret(tree.words(item, "CloudTrailEvent") ?? ""))
  }

  private static func body(_ query: Query, _ token: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let attribute = query.attribute {
      json.key("LookupAttributes")
      json.beginArray()
      json.beginObject()
      json.member("AttributeKey", attribute.rawValue)
      json.member("AttributeValue", query.value)
      json.endObject()
      json.endArray()
    }
    // The service takes whole seconds.
    for (key, time) in [("StartTime", query.from), ("EndTime", query.to)] {
      guard let time else { continue }
      json.key(key)
      json.value(time.seconds)
    }
    json.member("MaxResults", 50)
    json.optional("NextToken", token)
    json.endObject()
    return json.bytes
  }
}
