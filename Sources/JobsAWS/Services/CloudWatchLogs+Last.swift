package import JobsCloud
import JobsCore

extension CloudWatchLogs {
  /// Reads the events of one stream, the newest first and page by page; there are none in a stream that is not there.
  ///
  /// - Parameter page: is handed the events of a page, some at least; false for enough.
  package func lastEvents(
    group: String, stream: String, _ page: ([Event]) -> Bool
  ) async throws(CloudFailure) {
    let words = "read the log '\(group)'"
    var token: String?
    do throws(CloudFailure) {
      for _ in 0..<Self.pageLimit {
        let tree = try await client.send(
          words, target: "Logs_20140328.GetLogEvents", body: Self.body(group, stream, token), isIdempotent: true)
        var events: [Event] = []
        for item in tree.elements(Tree.root, "events") {
          guard var event = Self.event(tree, item) else {
            throw client.strange(words, "its reply has an event without a time or a message")
          }
          event.stream = stream
          events.append(event)
        }
        if !events.isEmpty, !page(events.reversed()) { return }
        // The service says that there is no more by the token that it was asked with.
        guard let next = tree.words(Tree.root, "nextBackwardToken"), next != token else { return }
        token = next
      }
      throw client.strange(words, "it has more than \(Self.pageLimit) pages")
    } catch {
      guard error.cause == .notFound else { throw error }
    }
  }

  private static let pageLimit = 10_000

  private static func body(_ group: String, _ stream: String, _ token: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("logGroupName", group)
    json.member("logStreamName", stream)
    json.member("startFromHead", false)
    json.optional("nextToken", token)
    json.endObject()
    return json.bytes
  }
}
