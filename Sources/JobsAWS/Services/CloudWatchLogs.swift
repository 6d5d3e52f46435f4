package import JobsCloud
package import JobsCore

/// CloudWatch Logs: what was written, by group and stream.
///
/// Source: the service's model of API version 2014-03-28 in botocore 1.44.5, 2026-11.
package struct CloudWatchLogs: Sendable {
  let client: AWSClient

  package init(_ client: AWSClient) { self.client = client }

  /// What is asked for: all of a group, or a part of it.
  package struct Query: Sendable, Hashable {
    /// Of a function it is `/aws/lambda/NAME`.
    package var group: String
    /// The streams that are looked at, a hundred at most; none for all.
    package var streams: [String] = []
    /// From this moment on, in whole milliseconds.
    package var from: Instant?
    /// Up to this moment, which counts no more.
    package var to: Instant?
    /// What an event has to have, in the service's own language of patterns; nil for all.
    package var pattern: String?

    package init(
      group: String, streams: [String] = [], from: Instant? = nil, to: Instant? = nil, pattern: String? = nil
    ) {
      self.group = group
      self.streams = streams
      self.from = from
      self.to = to
      self.pattern = pattern
    }

    /// A pattern for a text that stands in an event as it is: in double quotes, each of its own escaped.
    package static func pattern(holding text: String) -> String {
      "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
  }

  /// A line of a log, as it came: it may hold anything.
  package struct Event: Sendable, Hashable {
    /// By which it is the same in two replies; made of the rest where a server names none.
    package var id: String
    package var stream: String
    /// When it was written, by who wrote it.
    package var time: Instant
    package var message: String
  }

  /// Reads events, page by page, in the order of their times; there are none in a group that is not there, as that of a
  /// function which never ran.
  ///
  /// - Parameter page: is handed the events of a page, some at least; false for enough.
  package func events(
    _ query: Query, _ page: ([Event]) async throws(CloudFailure) -> Bool
  ) async throws(CloudFailure) {
    let words = "read the log '\(query.group)'"
    try Self.check(query, words)
    do throws(CloudFailure) {
      try await PageWalk(words).run { (token) async throws(CloudFailure) in
        let tree = try await client.send(
          words, target: "Logs_20140328.FilterLogEvents", body: Self.body(query, token), isIdempotent: true)
        var events: [Event] = []
        for item in tree.value(Tree.root, "events").map({ Array(tree.children($0)) }) ?? [] {
          guard let event = Self.event(tree, item) else {
            throw client.strange(words, "its reply has an event without a time or a message")
          }
          events.append(event)
        }
        if !events.isEmpty, try await page(events) == false { return nil }
        return tree.words(Tree.root, "nextToken")
      }
    } catch {
      guard error.cause == .notFound else { throw error }
    }
  }

  static func event(_ tree: Tree, _ item: Tree.ID) -> Event? {
    guard let milliseconds = tree.number(item, "timestamp"), let message = tree.words(item, "message") else {
      return nil
    }
    let stream = tree.words(item, "logStreamName") ?? ""
    return Event(
      id: tree.words(item, "eventId") ?? "\(stream):\(milliseconds):\(message.utf8.fnv1a64)", stream: stream,
      time: Instant(milliseconds: Int64(milliseconds)), message: message)
  }

  /// What the service refuses, and emulators take.
  private static func check(_ query: Query, _ words: String) throws(CloudFailure) {
    guard (1...512).contains(query.group.utf8.count), query.group.utf8.allSatisfy(isGroupByte) else {
      throw .refused(
        words, "logGroupName", "has to be 1 to 512 of letters, digits and _-/.#", hint: "such as /aws/lambda/NAME")
    }
    guard query.streams.count <= 100 else {
      throw .refused(words, "logStreamNames", "has more than 100 names", hint: "ask for fewer at once")
    }
    guard (query.pattern?.utf8.count ?? 0) <= 1024 else {
      throw .refused(words, "filterPattern", "has more than 1024 characters", hint: "look for less")
    }
    if let from = query.from, let to = query.to, from >= to {
      throw .refused(words, "endTime", "is not behind 'startTime'", hint: "ask for a time that ends later")
    }
  }

  private static func isGroupByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || "_-/.#".utf8.contains(byte)
  }

  private static func body(_ query: Query, _ token: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("logGroupName", query.group)
    if !query.streams.isEmpty {
      json.member("logStreamNames", query.streams)
    }
    if let from = query.from {
      json.member("startTime", Int(from.milliseconds))
    }
    if let to = query.to {
      // The service counts its end in.
      json.member("endTime", Int(to.milliseconds) - 1)
    }
    if let pattern = query.pattern {
      json.member("filterPattern", pattern)
    }
    json.optional("nextToken", token)
    json.endObject()
    return json.bytes
  }
}
